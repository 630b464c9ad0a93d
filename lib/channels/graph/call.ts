import type { ChannelCredentials } from "../client-types";
import { type GraphRequest, graphRequest } from "./request";
import type { GraphResult } from "./result";

type Call = Pick<GraphRequest, "method" | "path" | "body" | "form" | "query" | "timeoutMs">;

/** A Graph call as the channel the credentials are for. */
export function call(credentials: ChannelCredentials, request: Call): Promise<GraphResult<unknown>> {
  const { baseUrl, version, token } = credentials;
  return graphRequest({ baseUrl, version, token, ...request });
}

/** Reads the answer of a call that succeeded. */
export function mapResult<T>(
  result: GraphResult<unknown>,
  read: (data: unknown) => GraphResult<T>,
): GraphResult<T> {
  return result.ok ? read(result.data) : result;
}

/** The answer says nothing but that it worked. */
export function done(result: GraphResult<unknown>): GraphResult<null> {
  return result.ok ? { ok: true, data: null } : result;
}
