import { readAnswer } from "./read-answer";
import { type GraphResult, graphFailure } from "./result";
import { isNeverSent } from "./transport-error";

export type { GraphFailure, GraphResult } from "./result";

export type GraphRequest = {
  /** Scheme and host, e.g. https://graph.facebook.com. */
  baseUrl: string;
  /** e.g. `v26.0`; empty for what Meta keeps without a version. */
  version: string;
  /** Below the version, e.g. `<phone_number_id>/messages`. */
  path: string;
  method: "GET" | "POST" | "DELETE";
  token: string;
  body?: Record<string, unknown>;
  /** In place of `body`: multipart, streamed. */
  form?: FormData;
  query?: Record<string, string>;
  timeoutMs?: number;
};

const DEFAULT_TIMEOUT_MS = 20_000;

/**
 * One call of the Graph API, never repeated here: Meta has no idempotency key. The token travels in the
 * Authorization header only. Never throws; every failure is told apart as `GraphFailure.outcome`.
 */
export async function graphRequest(request: GraphRequest): Promise<GraphResult<unknown>> {
  const url = urlOf(request);
  if (!url) return graphFailure("unreachable", "The Graph API address is not a URL");
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: request.method,
      headers: headersOf(request),
      body: request.form ?? (request.body ? JSON.stringify(request.body) : undefined),
      redirect: "manual",
      cache: "no-store",
      signal: AbortSignal.timeout(request.timeoutMs ?? DEFAULT_TIMEOUT_MS),
    });
    text = await response.text();
  } catch (error) {
    return graphFailure(isNeverSent(error) ? "unreachable" : "unknown", explain(error));
  }
  return readAnswer(response.status, text);
}

function urlOf({ baseUrl, version, path, query }: GraphRequest): URL | null {
  const address = [baseUrl.replace(/\/+$/, ""), version, path].filter(Boolean).join("/");
  if (!URL.canParse(address)) return null;
  const url = new URL(address);
  for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, value);
  return url;
}

function headersOf({ token, body }: GraphRequest): Record<string, string> {
  const headers: Record<string, string> = {
    Authorization: `Bearer ${token}`,
    Accept: "application/json",
    "User-Agent": "Parley/0.1",
  };
  if (body) headers["Content-Type"] = "application/json";
  return headers;
}

function explain(error: unknown): string {
  if (!(error instanceof Error)) return "The request failed";
  if (error.name === "TimeoutError") return "No answer in time";
  const cause = error.cause as { code?: unknown } | undefined;
  return typeof cause?.code === "string" ? `The request failed: ${cause.code}` : "The request failed";
}
