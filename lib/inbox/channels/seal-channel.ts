import type { ChannelSecrets } from "@/lib/domain/channel";
import { ok, type Result } from "@/lib/domain/result";
import type { Sealed } from "@/lib/domain/sealed";
import { sealSecret } from "@/lib/inbox/seal/seal";
import { placeOf, type SecretField } from "./secrets";

/** Seals one secret of a channel. `no_credentials_key`, `unavailable`. */
export function sealFor(channelId: string, field: SecretField, plain: string): Promise<Result<Sealed>> {
  return sealSecret(plain, placeOf(channelId, field));
}

/** Seals all that a channel has. `no_credentials_key`, `unavailable`. */
export async function sealChannel(
  channelId: string,
  plain: { token: string; appSecret: string; verifyToken: string },
): Promise<Result<ChannelSecrets>> {
  const token = await sealFor(channelId, "token", plain.token);
  if (!token.ok) return token;
  const appSecret = await sealFor(channelId, "appSecret", plain.appSecret);
  if (!appSecret.ok) return appSecret;
  const verifyToken = await sealFor(channelId, "verifyToken", plain.verifyToken);
  if (!verifyToken.ok) return verifyToken;
  return ok({ token: token.data, appSecrets: [appSecret.data], verifyToken: verifyToken.data });
}
