import { createHash } from "node:crypto";
import type { Channel } from "@/lib/domain/channel";
import type { Actor } from "@/lib/domain/member";
import { leaveAuditEntry } from "@/lib/inbox/audit/leave-audit-entry";
import { credentialsOf } from "@/lib/inbox/channels/credentials";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { log } from "@/lib/log";
import { channels } from "@/lib/store/channels";
import { addFeedRow } from "@/lib/store/feed";
import { wakeChannelRows } from "@/lib/store/outbox";
import { inUnit } from "@/lib/store/unit";

/**
 * Stops a channel's queue because Meta refuses its token (190 and its like): messages wait instead of failing one
 * by one. Already paused: nothing changes. `now` in epoch ms.
 */
export async function pauseChannel(
  channelId: string,
  reason: { code: number; subcode: number | null },
  now = Date.now(),
): Promise<void> {
  const isNew = await inUnit(
    async (unit) => {
      const ref = channels().doc(channelId);
      const channel = await unit.get(ref);
      if (!channel || channel.pause) return false;
      const pause = { ...reason, at: now, tokenHint: await tokenHintOf(channel) };
      unit.set(ref, { ...channel, pause, updatedAt: now });
      unit.finally((tx) => addFeedRow(tx, { kind: "channel", subjectId: channelId }));
      const subject = { kind: "channel", id: channelId, name: channel.name } as const;
      await leaveAuditEntry(unit, systemActor, { action: "channel.paused", subject, detail: reason }, now);
      return true;
    },
    [channelId],
  );
  if (isNew) log.warn({ channelId, code: reason.code, subcode: reason.subcode }, "channel paused");
}

/** Lets a channel's queue run again; what waited is due at once, in its order. False when it was not paused. */
export async function resumeChannel(
  channelId: string,
  now = Date.now(),
  actor: Actor = systemActor,
): Promise<boolean> {
  const isResumed = await inUnit(
    async (unit) => {
      const ref = channels().doc(channelId);
      const channel = await unit.get(ref);
      if (!channel?.pause) return false;
      unit.set(ref, { ...channel, pause: null, updatedAt: now });
      unit.finally((tx) => addFeedRow(tx, { kind: "channel", subjectId: channelId }));
      const subject = { kind: "channel", id: channelId, name: channel.name } as const;
      await leaveAuditEntry(unit, actor, { action: "channel.resumed", subject }, now);
      return true;
    },
    [channelId],
  );
  if (!isResumed) return false;
  await wakeChannelRows(channelId, now);
  log.info({ channelId }, "channel resumed");
  return true;
}

/** A few characters of a digest of the token in use: enough to see that it was replaced. Null without a token. */
export async function tokenHintOf(channel: Channel): Promise<string | null> {
  const token = (await credentialsOf(channel))?.token;
  return token ? createHash("sha256").update(token).digest("hex").slice(0, 8) : null;
}
