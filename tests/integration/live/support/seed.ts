import { ulid } from "ulid";
import type { Conversation } from "@/lib/domain/conversation";
import type { Message } from "@/lib/domain/message";
import { messageSortKey } from "@/lib/domain/sort-key";
import { conversationFor } from "@/lib/inbox/conversations/touch";
import { conversations } from "@/lib/store/conversations";
import { addFeedRow, feed } from "@/lib/store/feed";
import { db } from "@/lib/store/firestore";
import { messagesOf } from "@/lib/store/messages";
import { whatsappChannel } from "../../support/world";

/** A conversation, written without telling anyone. */
export async function seedConversation(
  changes: Partial<Conversation> & { contactId: string },
): Promise<Conversation> {
  const contact = {
    id: changes.contactId,
    name: changes.contactId,
    username: null,
    phone: null,
    avatarUrl: null,
  } as Parameters<typeof conversationFor>[1];
  const conversation = { ...conversationFor(whatsappChannel(), contact, Date.now()), ...changes };
  await conversations().doc(conversation.id).set(conversation);
  return conversation;
}

/** A message from the customer, with its conversation and feed row, in one batch, as ingest writes it. */
export async function sayIn(conversation: Conversation, text: string): Promise<Message> {
  const now = Date.now();
  const message = messageIn(conversation, text, now);
  const batch = db().batch();
  batch.set(messagesOf(conversation.id).doc(message.id), message);
  batch.update(conversations().doc(conversation.id), { lastActivityAt: now, isUnread: true, updatedAt: now });
  addFeedRow(batch, { kind: "conversation", conversationId: conversation.id, messageIds: [message.id] });
  await batch.commit();
  return message;
}

/** A feed row alone. */
export async function tell(row: Parameters<typeof addFeedRow>[1]): Promise<void> {
  const batch = db().batch();
  addFeedRow(batch, row);
  await batch.commit();
}

/** Feed rows as they will be when their hour is over. */
export async function forgetFeed(): Promise<void> {
  const rows = await feed().get();
  await Promise.all(rows.docs.map((row) => row.ref.delete()));
}

export function messageIn(conversation: Conversation, text: string, at: number): Message {
  return {
    id: ulid(),
    conversationId: conversation.id,
    contactId: conversation.contactId,
    channelId: conversation.channelId,
    channel: conversation.channel,
    direction: "inbound",
    kind: "text",
    text,
    content: { kind: "text" },
    author: { kind: "contact", id: conversation.contactId, name: null },
    providerMessageId: null,
    replyTo: null,
    referral: null,
    forwarded: null,
    groupId: null,
    isStandby: false,
    reactions: [],
    sentAt: at,
    receivedAt: at,
    sortKey: messageSortKey(at, at),
    editedAt: null,
    edits: [],
    revokedAt: null,
    status: "received",
    timeline: {},
    attempt: 1,
    error: null,
    pricing: null,
  };
}
