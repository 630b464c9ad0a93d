import type { Channel } from "@/lib/domain/channel";
import type { Contact } from "@/lib/domain/contact";
import { markStep, statusOf } from "@/lib/domain/delivery";
import type { Message } from "@/lib/domain/message";
import type { OutboxRow } from "@/lib/domain/outbox";
import { credentialsOf } from "@/lib/inbox/channels/credentials";
import { turnOfConversation } from "@/lib/inbox/conversations/turn-of";
import { log } from "@/lib/log";
import { messagesOf } from "@/lib/store/messages";
import { headOfLane, outbox } from "@/lib/store/outbox";
import { inUnit, type Unit } from "@/lib/store/unit";
import { currentContact, readChannel } from "./locate";

/** Longer than a send may take, so that a live sender's row is never taken for a dead one's. */
export const LEASE_MS = 45_000;
/** How often a row is looked at whose channel is paused, cut off, or has no token; connecting wakes it at once. */
const BLOCKED_MS = 60_000;

/** A message that is this process's to send, once. `row.leaseOwner` names this very claim. */
export type Claim = {
  row: OutboxRow;
  message: Message;
  channel: Channel;
  contact: Contact | null;
  replyToProviderMessageId: string | null;
};

export type ClaimAnswer =
  | { kind: "claimed"; claim: Claim }
  /** Another sender has the first row. */
  | { kind: "busy" }
  /** The first row waits until `at` (epoch ms), and all behind it. */
  | { kind: "later"; at: number }
  /** The row is gone; look again. */
  | { kind: "again" };

/** The first row of a lane as it stands, outside a transaction: enough to ask the rate limits. */
export async function peekLane(lane: string): Promise<OutboxRow | null> {
  return (await headOfLane(lane).get()).docs[0]?.data() ?? null;
}

/**
 * Takes `head`, the first message of a conversation, for sending, if it still waits and its time has come. Only one
 * caller gets it, however many try and in however many processes. `owner` names this claim and no other; `now` in
 * epoch ms.
 */
export function claimRow(head: OutboxRow, owner: string, now: number): Promise<ClaimAnswer> {
  return inUnit((unit) => claimWithin(unit, head.id, owner, now), turnOfConversation(head.conversationId));
}

async function claimWithin(unit: Unit, rowId: string, owner: string, now: number): Promise<ClaimAnswer> {
  const row = await unit.get(outbox().doc(rowId));
  if (!row) return { kind: "again" };
  if (row.state !== "queued") return { kind: "busy" };
  if (row.dueAt !== null && row.dueAt > now) return { kind: "later", at: row.dueAt };
  const messageRef = messagesOf(row.conversationId).doc(row.id);
  const channel = await readChannel(row.channelId);
  const message = await unit.get(messageRef);
  if (message?.status !== "queued") return dropLeftover(unit, row, message);
  if (!channel?.isConnected || channel.pause || !(await credentialsOf(channel)))
    return putOff(unit, row, now + BLOCKED_MS);
  const contact = await currentContact(unit, row.contactId);
  if (contact?.erasingAt) return dropLeftover(unit, row, message);
  const replyToProviderMessageId = await quotedId(unit, message);
  const claimed: OutboxRow = {
    ...row,
    state: "sending",
    dueAt: null,
    leaseUntil: now + LEASE_MS,
    leaseOwner: owner,
    tries: row.tries + 1,
  };
  const timeline = markStep(message.timeline, "sending", now);
  const sending = { ...message, timeline, status: statusOf(timeline) };
  unit.set(outbox().doc(row.id), claimed);
  unit.set(messageRef, sending);
  return {
    kind: "claimed",
    claim: { row: claimed, message: sending, channel, contact, replyToProviderMessageId },
  };
}

/** Puts a row off, if it still waits. `until` in epoch ms. */
export function putOffRow(head: OutboxRow, until: number): Promise<void> {
  return inUnit(async (unit) => {
    const row = await unit.get(outbox().doc(head.id));
    if (row?.state === "queued") putOff(unit, row, until);
  }, turnOfConversation(head.conversationId));
}

function putOff(unit: Unit, row: OutboxRow, until: number): ClaimAnswer {
  unit.set(outbox().doc(row.id), { ...row, dueAt: until });
  return { kind: "later", at: until };
}

function dropLeftover(unit: Unit, row: OutboxRow, message: Message | null): ClaimAnswer {
  log.warn({ rowId: row.id, status: message?.status ?? "missing" }, "outbox row without a waiting message");
  unit.delete(outbox().doc(row.id));
  return { kind: "again" };
}

/** The quoted message may have been sent only after the answer to it was written. */
async function quotedId(unit: Unit, message: Message): Promise<string | null> {
  const { replyTo } = message;
  if (!replyTo || replyTo.providerMessageId || !replyTo.messageId) return replyTo?.providerMessageId ?? null;
  const quoted = await unit.get(messagesOf(message.conversationId).doc(replyTo.messageId));
  return quoted?.providerMessageId ?? null;
}
