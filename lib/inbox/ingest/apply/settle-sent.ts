import type { OutboxRow } from "@/lib/domain/outbox";
import { providerMessageKey } from "@/lib/domain/provider-keys";
import { withProviderId } from "@/lib/inbox/outbound/match";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { outbox } from "@/lib/store/outbox";
import { providerMessages } from "@/lib/store/provider-messages";
import { type ApplyContext, saveMessage } from "./context";
import { linkQuotes } from "./quote";
import { noteRead, withReads } from "./read";
import { applyPending } from "./settle-pending";

/**
 * A webhook shows that Meta has a message of ours whose send did not answer (yet): the message gets Meta's id and
 * what waited for it, and leaves the outbox. False when the message is gone, or was settled meanwhile.
 */
export async function settleSent(
  context: ApplyContext,
  match: OutboxRow,
  providerMessageId: string,
  acceptedAt: number | null,
): Promise<boolean> {
  const { unit, channel } = context;
  const outboxRef = outbox().doc(match.id);
  const messageRef = messagesOf(match.conversationId).doc(match.id);
  const key = providerMessageKey(channel.id, providerMessageId);
  const rowRef = providerMessages().doc(key);
  await unit.load([outboxRef, messageRef, rowRef, conversations().doc(match.conversationId)]);
  const message = await unit.get(messageRef);
  const conversation = await unit.get(conversations().doc(match.conversationId));
  const waiting = await unit.get(outboxRef);
  if (!message || !conversation || !waiting) return false;
  const row = await unit.get(rowRef);
  const pending = row?.pending ?? [];
  const pointer = {
    id: key,
    channelId: channel.id,
    providerMessageId,
    conversationId: match.conversationId,
    messageId: match.id,
    attempt: match.attempt,
    createdAt: row?.createdAt ?? context.now,
  };
  // An earlier attempt, while a later one is under way: news of it is kept apart. One that still waits is not sent.
  if (waiting.attempt !== match.attempt && waiting.state !== "queued") {
    unit.set(rowRef, { ...pointer, pending });
    return true;
  }
  const settled = applyPending(withProviderId(message, providerMessageId, acceptedAt), pending);
  saveMessage(context, conversation, withReads(conversation, settled));
  unit.delete(outboxRef);
  unit.set(rowRef, {
    ...pointer,
    attempt: message.attempt,
    pending: await linkQuotes(unit, settled, pending),
  });
  for (const change of pending) {
    if (change.type !== "read") continue;
    await noteRead(context, conversation.id, { sentAt: message.sentAt, readAt: change.at });
  }
  return true;
}
