import type { Sent } from "@/lib/channels/client";
import type { Conversation } from "@/lib/domain/conversation";
import { statusOf, type Timeline } from "@/lib/domain/delivery";
import type { Message } from "@/lib/domain/message";
import { providerMessageKey } from "@/lib/domain/provider-keys";
import { linkQuotes } from "@/lib/inbox/ingest/apply/quote";
import { applyPending } from "@/lib/inbox/ingest/apply/settle-pending";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { messagesOf } from "@/lib/store/messages";
import { outbox } from "@/lib/store/outbox";
import { type ProviderMessage, providerMessages } from "@/lib/store/provider-messages";
import type { Unit } from "@/lib/store/unit";
import type { Claim } from "./claim";
import { currentMessage } from "./locate";
import { withProviderId } from "./match";
import { saveOutbound } from "./save-outbound";
import type { Settled } from "./settle";

/**
 * Meta's own answer: the message is theirs under this id. Statuses or an echo may have come before it; then the
 * two meet here, and a copy that the echo made of the message becomes the message.
 */
export async function settleAccepted(unit: Unit, claim: Claim, sent: Sent, now: number): Promise<Settled> {
  const { id, channelId, attempt } = claim.row;
  const rowRef = outbox().doc(id);
  const ref = providerMessages().doc(providerMessageKey(channelId, sent.providerMessageId));
  await unit.load([rowRef, ref]);
  const row = await unit.get(rowRef);
  const known = await unit.get(ref);
  const conversationId = row?.conversationId ?? known?.conversationId ?? claim.row.conversationId;
  const found = await currentMessage(unit, systemActor, conversationId, id);
  if (!found) return { kind: "overtaken" };
  const { conversation, message } = found;
  const pending = await linkQuotes(unit, message, known?.pending ?? []);
  unit.set(ref, { ...pointingAt(message, known, { claim, sent, now }), pending });
  if (message.attempt !== attempt) return { kind: "overtaken" };
  const copy = await copyOf(unit, known, message);
  const own = await partFromEcho(unit, conversation, message, sent.providerMessageId, now);
  const accepted = withProviderId(own, sent.providerMessageId, now);
  const joined = copy ? withCopy(accepted, copy) : accepted;
  const next = applyPending(joined, known?.pending ?? []);
  if (copy) unit.delete(messagesOf(copy.conversationId).doc(copy.id));
  if (row?.attempt === attempt) unit.delete(rowRef);
  const thread =
    copy && conversation.lastMessage?.id === copy.id ? { ...conversation, lastMessage: null } : conversation;
  saveOutbound(unit, thread, next, now, copy ? [copy.id] : []);
  return { kind: "accepted" };
}

function pointingAt(
  message: Message,
  known: ProviderMessage | null,
  { claim, sent, now }: { claim: Claim; sent: Sent; now: number },
): ProviderMessage {
  const { channelId, attempt } = claim.row;
  return {
    id: providerMessageKey(channelId, sent.providerMessageId),
    channelId,
    providerMessageId: sent.providerMessageId,
    conversationId: message.conversationId,
    messageId: message.id,
    attempt,
    pending: [],
    createdAt: known?.createdAt ?? now,
  };
}

/** An echo that came first, and was not recognised, is in the thread as if it had been written on a phone. */
async function copyOf(unit: Unit, known: ProviderMessage | null, message: Message): Promise<Message | null> {
  if (!known?.conversationId || !known.messageId || known.messageId === message.id) return null;
  return unit.get(messagesOf(known.conversationId).doc(known.messageId));
}

function withCopy(message: Message, copy: Message): Message {
  const timeline = earliest(message.timeline, copy.timeline);
  const status = statusOf(timeline);
  return {
    ...message,
    timeline,
    status,
    reactions: copy.reactions.length > 0 ? copy.reactions : message.reactions,
    revokedAt: message.revokedAt ?? copy.revokedAt,
    pricing: message.pricing ?? copy.pricing,
    error: status === "failed" ? (message.error ?? copy.error) : null,
  };
}

function earliest(one: Timeline, other: Timeline): Timeline {
  const merged = { ...other, ...one };
  for (const step of Object.keys(merged) as (keyof Timeline)[]) {
    const times = [one[step], other[step]].filter((at) => at !== undefined);
    merged[step] = Math.min(...times);
  }
  return merged;
}

/**
 * An echo with the same words was taken for this message, but Meta's answer names another id: someone wrote those
 * words on the phone at that moment. They get a message of their own.
 */
async function partFromEcho(
  unit: Unit,
  conversation: Conversation,
  message: Message,
  providerMessageId: string,
  now: number,
): Promise<Message> {
  const other = message.providerMessageId;
  if (!other || other === providerMessageId) return message;
  const key = providerMessageKey(message.channelId, other);
  const ref = providerMessages().doc(key);
  const target = messagesOf(conversation.id).doc(key);
  await unit.load([ref, target]);
  const pointer = await unit.get(ref);
  const at = message.timeline.accepted ?? now;
  unit.set(target, {
    ...message,
    id: key,
    author: { kind: "phone", id: null, name: null },
    attempt: 1,
    timeline: { sent: at },
    status: "sent",
    replyTo: null,
    error: null,
  });
  if (pointer) unit.set(ref, { ...pointer, messageId: key, attempt: 0 });
  const { accepted: _accepted, ...timeline } = message.timeline;
  return { ...message, providerMessageId: null, timeline, status: statusOf(timeline) };
}
