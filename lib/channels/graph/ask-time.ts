import { isNeverSent } from "./transport-error";

/** What any answer of Meta's tells: that it answers, how fast, and what time it is there (epoch ms; whole seconds). */
export type GraphTime =
  | { isAnswering: true; ms: number; at: number | null }
  | { isAnswering: false; isReached: boolean };

/** Asks the Graph API for anything, without a token. A refusal is an answer; a 5xx or a page is Meta's trouble. */
export async function askGraphTime(baseUrl: string, version: string, timeoutMs: number): Promise<GraphTime> {
  const address = `${baseUrl.replace(/\/+$/, "")}/${version}/me`;
  if (!URL.canParse(address)) return { isAnswering: false, isReached: false };
  const startedAt = performance.now();
  try {
    const response = await fetch(address, {
      redirect: "manual",
      cache: "no-store",
      headers: { Accept: "application/json", "User-Agent": "Parley/0.1" },
      signal: AbortSignal.timeout(timeoutMs),
    });
    const ms = Math.round(performance.now() - startedAt);
    await response.body?.cancel();
    const isJson = response.headers.get("content-type")?.includes("json") ?? false;
    if (response.status >= 500 || !isJson) return { isAnswering: false, isReached: true };
    const at = Date.parse(response.headers.get("date") ?? "");
    return { isAnswering: true, ms, at: Number.isNaN(at) ? null : at };
  } catch (error) {
    return { isAnswering: false, isReached: !isNeverSent(error) };
  }
}
