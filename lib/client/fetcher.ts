import { paths } from "@/lib/paths";

/** A read that the server refused (`status`) or that never got there (`status` 0). `code` is the problem's. */
export class ReadError extends Error {
  readonly status: number;
  readonly code: string;
  constructor(status: number, code: string, options?: { cause?: unknown }) {
    super(`${status} ${code}`, options);
    this.name = "ReadError";
    this.status = status;
    this.code = code;
  }
}

/** Fetches JSON. Throws ReadError when it is not a 2xx; a 401 also goes to the sign-in page, and back here after. */
export async function fetchJson<T>(url: string): Promise<T> {
  const response = await reach(url);
  if (response.ok) return (await response.json()) as T;
  if (response.status === 401) goToSignIn();
  const problem: unknown = await response.json().catch(() => null);
  throw new ReadError(response.status, codeOf(problem));
}

/** Whether the server answers at all, with whatever. */
export async function isReachable(url: string): Promise<boolean> {
  try {
    await fetchJson(url);
    return true;
  } catch (error) {
    return error instanceof ReadError && error.status !== 0;
  }
}

/** Leaves for the sign-in page; a full load, so that nothing of the old session stays in memory. */
export function goToSignIn(): void {
  window.location.assign(paths.signIn(window.location.pathname + window.location.search));
}

async function reach(url: string): Promise<Response> {
  try {
    return await fetch(url, { headers: { accept: "application/json" }, cache: "no-store" });
  } catch (cause) {
    throw new ReadError(0, "unavailable", { cause });
  }
}

function codeOf(problem: unknown): string {
  const code = (problem as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : "internal";
}
