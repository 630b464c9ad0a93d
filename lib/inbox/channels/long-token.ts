import {
  exchangeInstagramToken,
  type LongToken,
  refreshInstagramToken,
} from "@/lib/channels/setup/instagram-token";
import { ok, type Result } from "@/lib/domain/result";
import { graphBaseUrl } from "./graph-hosts";
import type { LookedUp } from "./look-up/look-up";
import { problem } from "./look-up/problem-of";

/**
 * What Instagram's console hands out may live an hour: exchanged for a token of 60 days where it can be, and refreshed
 * where it is long-lived already, so that its end is known. A token of Facebook's stays as it is.
 * `provider_rejected` when the app secret is not the token's.
 */
export async function withLongToken(
  known: LookedUp,
  appSecret: string,
  now: number,
): Promise<Result<LookedUp>> {
  if (known.channel.login !== "instagram") return ok(known);
  const baseUrl = graphBaseUrl(known.channel);
  const exchanged = await exchangeInstagramToken(baseUrl, known.token, appSecret);
  if (exchanged.ok) return ok(withToken(known, exchanged.data, now));
  if (/client.secret/i.test(exchanged.failure.message)) return problem("app_secret_wrong", "appSecret");
  const refreshed = await refreshInstagramToken(baseUrl, known.token);
  return ok(refreshed.ok ? withToken(known, refreshed.data, now) : known);
}

function withToken(known: LookedUp, { token, expiresInMs }: LongToken, now: number): LookedUp {
  const expiresAt = expiresInMs === null ? null : now + expiresInMs;
  return {
    ...known,
    token,
    tokenInfo: { ...known.tokenInfo, expiresAt, lastRefreshedAt: now },
    found: { ...known.found, tokenExpiresAt: expiresAt },
  };
}
