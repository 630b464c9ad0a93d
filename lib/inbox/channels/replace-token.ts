import type { ConnectionFound } from "@/lib/domain/channel-form";
import type { Actor } from "@/lib/domain/member";
import { fail, ok, type Result } from "@/lib/domain/result";
import { changeChannel } from "./change-channel";
import { withLongToken } from "./long-token";
import { lookUpAgain } from "./look-up/again";
import { problem } from "./look-up/problem-of";
import { managedChannel } from "./managed-channel";
import { sealFor } from "./seal-channel";
import { appSecretsOf } from "./secrets";

/**
 * Another access token for a connected channel, once Meta has confirmed that it speaks for the same number or account;
 * a paused channel goes on. Errors: `conflict` for one of the environment, `provider_rejected`, `no_credentials_key`.
 */
export async function replaceToken(
  actor: Actor,
  { channelId, secret }: { channelId: string; secret: string },
  now = Date.now(),
): Promise<Result<ConnectionFound>> {
  const read = await managedChannel(actor, channelId);
  if (!read.ok) return read;
  const channel = read.data;
  if (channel.source === "env" || !channel.isConnected || !channel.credentials) {
    return fail("conflict", "The channel's token is not kept here.");
  }
  const appSecrets = await appSecretsOf(channel);
  const known = await lookUpAgain(channel, secret, appSecrets, now);
  if (!known.ok) return known;
  if (known.data.channel.providerId !== channel.providerId) return problem("other_account", "token");
  const lasting = await withLongToken(known.data, appSecrets[0] ?? "", now);
  if (!lasting.ok) return lasting;
  const token = await sealFor(channelId, "token", lasting.data.token);
  if (!token.ok) return token;
  const { tokenInfo, found } = lasting.data;
  const done = await changeChannel(
    actor,
    channelId,
    (current) => {
      if (!current.isConnected || !current.credentials)
        return fail("conflict", "It was disconnected meanwhile.");
      const credentials = { ...current.credentials, token: token.data };
      return ok({
        channel: { ...current, credentials, tokenInfo, pause: null },
        action: "channel.token_replaced",
      });
    },
    now,
  );
  return done.ok ? ok(found) : done;
}
