import { z } from "zod";
import { mapResult } from "../graph/call";
import { graphRequest } from "../graph/request";
import { type GraphResult, graphFailure } from "../graph/result";
import { numeric, optional, text } from "../lenient";

/** A token of Instagram Login; `expiresInMs` from now, null when Meta did not say. */
export type LongToken = { token: string; expiresInMs: number | null };

const Answer = z.object({ access_token: text, expires_in: optional(numeric) });

/**
 * A short-lived token for one of 60 days. Meta takes token and secret as query parameters: the address is never logged.
 * 452 when the token is long-lived already. https://developers.facebook.com/docs/instagram-platform/reference/access_token
 */
export function exchangeInstagramToken(
  baseUrl: string,
  token: string,
  appSecret: string,
): Promise<GraphResult<LongToken>> {
  return ask(baseUrl, token, "access_token", { grant_type: "ig_exchange_token", client_secret: appSecret });
}

/**
 * Another 60 days for a long-lived token that is a day old or more and not over.
 * https://developers.facebook.com/docs/instagram-platform/reference/refresh_access_token
 */
export function refreshInstagramToken(baseUrl: string, token: string): Promise<GraphResult<LongToken>> {
  return ask(baseUrl, token, "refresh_access_token", { grant_type: "ig_refresh_token" });
}

async function ask(
  baseUrl: string,
  token: string,
  path: string,
  query: Record<string, string>,
): Promise<GraphResult<LongToken>> {
  const answer = await graphRequest({
    baseUrl,
    version: "",
    path,
    method: "GET",
    token,
    query: { ...query, access_token: token },
  });
  return mapResult(answer, (data) => {
    const read = Answer.safeParse(data);
    if (!read.success) return graphFailure("unknown", "Meta gave no token", 200);
    const { access_token, expires_in } = read.data;
    return {
      ok: true,
      data: { token: access_token, expiresInMs: expires_in === undefined ? null : expires_in * 1000 },
    };
  });
}
