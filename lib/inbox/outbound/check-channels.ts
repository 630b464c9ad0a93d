import { channelClient } from "@/lib/channels/client";
import type { Channel } from "@/lib/domain/channel";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { credentialsOf } from "@/lib/inbox/channels/credentials";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { log } from "@/lib/log";
import { channels } from "@/lib/store/channels";
import { isDocumentId } from "@/lib/store/document-id";
import { resumeChannel } from "./pause";

/**
 * Asks Meta about every paused channel; one whose token is good again goes on. Gives how many went on.
 * Meant for every minute: a read does not count against the sending limits.
 */
export async function checkPausedChannels(now = Date.now()): Promise<{ checked: number; resumed: number }> {
  const all = await channels().get();
  const paused = all.docs
    .map((document) => document.data())
    .filter((channel) => channel.pause && channel.isConnected);
  const results = await Promise.all(paused.map((channel) => tryAgain(channel, now)));
  return { checked: paused.length, resumed: results.filter(Boolean).length };
}

/** The same for one channel, because an administrator asks. `channel_paused` when Meta still refuses the token. */
export async function checkChannel(input: {
  actor: Actor;
  channelId: string;
  now?: number;
}): Promise<Result<Pick<Channel, "id" | "pause">>> {
  const { actor, channelId, now = Date.now() } = input;
  if (!can(actor, "channel.manage")) return fail("forbidden", "This person may not manage channels");
  const channel = isDocumentId(channelId) ? (await channels().doc(channelId).get()).data() : undefined;
  if (!channel) return fail("not_found", "There is no such channel");
  if (!channel.pause) return ok({ id: channelId, pause: null });
  const isResumed = await tryAgain(channel, now, actor);
  if (!isResumed)
    return fail("channel_paused", "Meta still refuses this channel's token", { ...channel.pause });
  return ok({ id: channelId, pause: null });
}

async function tryAgain(channel: Channel, now: number, actor: Actor = systemActor): Promise<boolean> {
  const credentials = await credentialsOf(channel);
  if (!credentials) return false;
  const health = await channelClient(credentials).readHealth();
  if (health.ok) return resumeChannel(channel.id, now, actor);
  log.info({ channelId: channel.id, code: health.failure.code }, "a paused channel is still refused");
  return false;
}
