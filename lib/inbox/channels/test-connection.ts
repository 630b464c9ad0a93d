import type { SubscribedApp } from "@/lib/channels/setup/subscribed-apps";
import { listAppsSubscribed } from "@/lib/channels/setup/subscribed-apps";
import type { ConnectForm, ConnectionFound } from "@/lib/domain/channel-form";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { credentialsOf } from "./credentials";
import { lookUpAgain } from "./look-up/again";
import { lookUp } from "./look-up/look-up";
import { problem } from "./look-up/problem-of";
import { managedChannel } from "./managed-channel";
import { appSecretsOf } from "./secrets";

/** `apps`: which apps get the webhooks now; null when Meta did not say. `ownAppId`: which of them is this one. */
export type ConnectionTested = {
  found: ConnectionFound;
  apps: SubscribedApp[] | null;
  ownAppId: string | null;
};

/** Asks Meta about what was typed, and keeps nothing. `forbidden`, `provider_rejected` with `details.problem`. */
export async function testTyped(
  actor: Actor,
  form: ConnectForm,
  now = Date.now(),
): Promise<Result<ConnectionFound>> {
  if (!can(actor, "channel.manage")) return fail("forbidden", "Only admins connect channels.");
  const known = await lookUp(form, now);
  return known.ok ? ok(known.data.found) : known;
}

/** Asks Meta about a connected channel. `forbidden`, `not_found`, `channel_disconnected`, `provider_rejected`. */
export async function testConnection(
  actor: Actor,
  { channelId }: { channelId: string },
  now = Date.now(),
): Promise<Result<ConnectionTested>> {
  const read = await managedChannel(actor, channelId);
  if (!read.ok) return read;
  const credentials = read.data.isConnected ? await credentialsOf(read.data) : null;
  if (!credentials) return fail("channel_disconnected", "The channel has no token that can be read.");
  const [known, apps] = await Promise.all([
    lookUpAgain(read.data, credentials.token, await appSecretsOf(read.data), now),
    listAppsSubscribed(credentials),
  ]);
  if (!known.ok) return known;
  if (known.data.channel.providerId !== read.data.providerId) return problem("other_account", "token");
  const { found, tokenInfo } = known.data;
  const tokenExpiresAt = found.tokenExpiresAt ?? read.data.tokenInfo?.expiresAt ?? null;
  return ok({
    found: { ...found, tokenExpiresAt },
    apps: apps.ok ? apps.data : null,
    ownAppId: tokenInfo.appId,
  });
}
