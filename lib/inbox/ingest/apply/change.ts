import { isDeepStrictEqual } from "node:util";
import { providerMessageKey } from "@/lib/domain/provider-keys";
import { queueDownloads } from "@/lib/inbox/media/queue-downloads";
import { doesStatusCount } from "@/lib/inbox/outbound/match";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { type PendingChange, pendingExpiry, providerMessages } from "@/lib/store/provider-messages";
import {
  type ApplyContext,
  applied,
  duplicate,
  erased,
  ignored,
  type Outcome,
  saveMessage,
  waiting,
} from "./context";
import { noteRead } from "./read";
import { addPending, applyChange } from "./settle-pending";

/** Changes the message that Meta names, or waits for it when it is not known yet. */
export async function applyToMessage(
  context: ApplyContext,
  providerMessageId: string,
  change: PendingChange,
): Promise<Outcome> {
  const { unit, channel } = context;
  const row = await unit.get(providerMessages().doc(providerMessageKey(channel.id, providerMessageId)));
  if (row?.erasedAt) return erased;
  if (!row?.conversationId || !row.messageId) return wait(context, providerMessageId, change);
  const refs = [messagesOf(row.conversationId).doc(row.messageId), conversations().doc(row.conversationId)];
  await unit.load(refs);
  const message = await unit.get(messagesOf(row.conversationId).doc(row.messageId));
  const conversation = await unit.get(conversations().doc(row.conversationId));
  if (!message || !conversation) return ignored("message_gone");
  if (change.type === "status" && !doesStatusCount(message, row.attempt, change.status)) return duplicate;
  if (change.type === "read") {
    const mark = { sentAt: message.sentAt, readAt: change.at };
    return (await noteRead(context, conversation.id, mark)) ? applied : duplicate;
  }
  const next = applyChange(message, change);
  if (isDeepStrictEqual(next, message)) return duplicate;
  const whole = change.type === "content" ? await queueDownloads(context, next) : next;
  saveMessage(context, conversation, whole);
  return applied;
}

async function wait(
  context: ApplyContext,
  providerMessageId: string,
  change: PendingChange,
): Promise<Outcome> {
  const { unit, channel, now } = context;
  const key = providerMessageKey(channel.id, providerMessageId);
  const ref = providerMessages().doc(key);
  const row = await unit.get(ref);
  unit.set(ref, {
    id: key,
    channelId: channel.id,
    providerMessageId,
    conversationId: null,
    messageId: null,
    attempt: 0,
    pending: addPending(row?.pending ?? [], change),
    createdAt: row?.createdAt ?? now,
    expireAt: row?.expireAt ?? pendingExpiry(now),
  });
  return waiting;
}
