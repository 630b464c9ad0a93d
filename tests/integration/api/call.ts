import { forgetEnv } from "@/lib/env";

export const apiKey = "test-api-key-0123456789";

/** Gives this file's world an API key; call it right after `useWorld`. */
export function useApiKey(extra: Record<string, string> = {}): void {
  Object.assign(process.env, { API_KEY: apiKey, ...extra });
  forgetEnv();
}

type Handler = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;
type Options = {
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  key?: string | null;
  headers?: Record<string, string>;
};

/** Calls a route of the API as an integrator would, and reads its JSON. */
export async function call(handler: Handler, options: Options = {}) {
  const { params = {}, query = "", body, key = apiKey, headers = {} } = options;
  const isPost = body !== undefined;
  const path = Object.values(params).map(encodeURIComponent).join("/");
  const request = new Request(`http://127.0.0.1/api/v1/${path}${query}`, {
    method: isPost ? "POST" : "GET",
    headers: { ...(key ? { authorization: `Bearer ${key}` } : {}), ...headers },
    ...(isPost ? { body: typeof body === "string" ? body : JSON.stringify(body) } : {}),
  });
  const answer = await handler(request, { params: Promise.resolve(params) });
  return {
    status: answer.status,
    headers: answer.headers,
    json: (await answer.json()) as Record<string, unknown>,
  };
}
