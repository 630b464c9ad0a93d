import { channelClient } from "@/lib/channels/client";
import { listAppsSubscribed, type SubscribedApp } from "@/lib/channels/setup/subscribed-apps";
import type { Actor } from "@/lib/domain/member";
import { fail, ok, type Result } from "@/lib/domain/result";
import { changeChannel } from "./change-channel";
import { credentialsOf } from "./credentials";
import { refusedWith } from "./look-up/problem-of";
import { managedChannel } from "./managed-channel";

/**
 * Has Meta send the account's webhooks to the app that the token belongs to, and gives the apps that get them then.
 * `forbidden`, `not_found`, `channel_disconnected`, `provider_rejected` with `details.problem`.
 */
export async function subscribeChannel(
  actor: Actor,
  { channelId }: { channelId: string },
  now = Date.now(),
): Promise<Result<SubscribedApp[] | null>> {
  const read = await managedChannel(actor, channelId);
  if (!read.ok) return read;
  const credentials = read.data.isConnected ? await credentialsOf(read.data) : null;
  if (!credentials) return fail("channel_disconnected", "The channel has no token that can be read.");
  const subscribed = await channelClient(credentials).subscribeApp();
  if (!subscribed.ok) {
    const missing = read.data.type === "whatsapp" ? "account_not_found" : "permission_missing";
    return refusedWith(subscribed.failure, missing, "token");
  }
  const told = await changeChannel(
    actor,
    channelId,
    (channel) => ok({ channel: { ...channel, subscribedAt: now }, action: "channel.subscribed" }),
    now,
  );
  if (!told.ok) return told;
  const apps = await listAppsSubscribed(credentials);
  return ok(apps.ok ? apps.data : null);
}
