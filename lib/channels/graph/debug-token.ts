import { z } from "zod";
import type { ChannelCredentials, TokenReading } from "../client-types";
import { flag, id, listOf, numeric, optional, text } from "../lenient";
import { epochMs } from "../timestamp";
import { call, mapResult } from "./call";
import { type GraphResult, graphFailure } from "./result";

const Answer = z.object({
  data: z.object({
    is_valid: optional(flag),
    expires_at: optional(numeric),
    app_id: optional(id),
    scopes: listOf(text),
  }),
});

/**
 * What Meta knows of the channel's token. Meta takes the token asked about as a query parameter, here the same as
 * the bearer: the one address with a secret in it, so it is never logged nor kept. `asker`: a token to ask with in its
 * place, the app's own, which is answered about a token that no longer works too.
 * https://developers.facebook.com/docs/graph-api/reference/debug_token
 */
export async function debugToken(
  credentials: ChannelCredentials,
  asker: string = credentials.token,
): Promise<GraphResult<TokenReading>> {
  const result = await call(
    { ...credentials, token: asker },
    {
      method: "GET",
      path: "debug_token",
      query: { input_token: credentials.token },
    },
  );
  return mapResult(result, (data) => {
    const answer = Answer.safeParse(data);
    if (!answer.success) return graphFailure("unknown", "debug_token gave no data", 200);
    const { is_valid, expires_at, app_id, scopes } = answer.data.data;
    return {
      ok: true,
      data: { isValid: is_valid ?? false, expiresAt: epochMs(expires_at), scopes, appId: app_id ?? null },
    };
  });
}
