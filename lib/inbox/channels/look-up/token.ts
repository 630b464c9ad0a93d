import { type ChannelCredentials, channelClient } from "@/lib/channels/client";
import { checkAppSecret } from "@/lib/channels/setup/check-app-secret";
import type { TokenInfo } from "@/lib/domain/channel";
import { ok, type Result } from "@/lib/domain/result";
import { problem } from "./problem-of";

/** What Meta knows of a token; nothing when it does not say. `provider_rejected` when the token is no good. */
export async function readTokenInfo(
  credentials: ChannelCredentials,
  now: number,
): Promise<Result<TokenInfo>> {
  const reading = await channelClient(credentials).debugToken();
  const none = { lastRefreshedAt: null, refreshError: null };
  if (!reading.ok) return ok({ ...none, expiresAt: null, scopes: [], appId: null, checkedAt: null });
  const { isValid, expiresAt, scopes, appId } = reading.data;
  if (!isValid) {
    return problem(expiresAt !== null && expiresAt <= now ? "token_expired" : "token_refused", "token");
  }
  return ok({ ...none, expiresAt, scopes, appId, checkedAt: now });
}

/** Whether none of the secrets is that of the token's app. An app that is not known, or no answer, is not held against them. */
export async function hasWrongSecrets(
  { baseUrl, version, token }: ChannelCredentials,
  appId: string | null,
  appSecrets: readonly string[],
): Promise<boolean> {
  if (appId === null || appSecrets.length === 0) return false;
  const checks = await Promise.all(
    appSecrets.map((appSecret) => checkAppSecret({ baseUrl, version, appId, appSecret, token })),
  );
  return checks.every((check) => check === "wrong");
}
