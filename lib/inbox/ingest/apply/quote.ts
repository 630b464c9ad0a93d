import type { Message, ReplyTo } from "@/lib/domain/message";
import type { MessageEvent } from "@/lib/domain/provider-event";
import { providerMessageKey } from "@/lib/domain/provider-keys";
import { messagesOf } from "@/lib/store/messages";
import { type PendingChange, pendingExpiry, providerMessages } from "@/lib/store/provider-messages";
import type { Unit } from "@/lib/store/unit";
import type { ApplyContext } from "./context";
import { addPending } from "./settle-pending";

/**
 * What a message answers. When the quoted message is not known (yet), its row remembers who asks, and the reply gets
 * its `messageId` when it comes.
 */
export async function quotedBy(
  context: ApplyContext,
  event: MessageEvent,
  replyId: string,
): Promise<ReplyTo | null> {
  if (event.replyTo === null) return null;
  const { providerMessageId } = event.replyTo;
  if (providerMessageId === null) return { ...event.replyTo, messageId: null };
  const { unit, channel, now } = context;
  const key = providerMessageKey(channel.id, providerMessageId);
  const ref = providerMessages().doc(key);
  const row = await unit.get(ref);
  if (row?.erasedAt) return { ...event.replyTo, providerMessageId: null, messageId: null };
  if (row?.messageId) return { ...event.replyTo, messageId: row.messageId };
  unit.set(ref, {
    id: key,
    channelId: channel.id,
    providerMessageId,
    conversationId: null,
    messageId: null,
    attempt: 0,
    createdAt: row?.createdAt ?? now,
    expireAt: row?.expireAt ?? pendingExpiry(now),
    pending: addPending(row?.pending ?? [], { type: "quote", messageId: replyId }),
  });
  return { ...event.replyTo, messageId: null };
}

/** Tells the replies that waited for this message where it is; gives those not found in its thread, to wait on. */
export async function linkQuotes(
  unit: Unit,
  message: Message,
  pending: readonly PendingChange[],
): Promise<PendingChange[]> {
  const left: PendingChange[] = [];
  for (const change of pending) {
    if (change.type !== "quote") continue;
    const ref = messagesOf(message.conversationId).doc(change.messageId);
    const reply = await unit.get(ref);
    if (!reply?.replyTo) left.push(change);
    else unit.set(ref, { ...reply, replyTo: { ...reply.replyTo, messageId: message.id } });
  }
  return left;
}

/** A reply with the id of the message it quotes, when that is known by now. */
export async function withQuoted(unit: Unit, message: Message): Promise<Message> {
  const { replyTo, channelId } = message;
  if (!replyTo?.providerMessageId || replyTo.messageId) return message;
  const row = await unit.get(
    providerMessages().doc(providerMessageKey(channelId, replyTo.providerMessageId)),
  );
  return row?.messageId ? { ...message, replyTo: { ...replyTo, messageId: row.messageId } } : message;
}
