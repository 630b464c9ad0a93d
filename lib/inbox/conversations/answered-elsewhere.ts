import type { Conversation } from "@/lib/domain/conversation";
import type { Message } from "@/lib/domain/message";

/**
 * A conversation in which somebody of the business wrote on the phone or in Instagram's app: they have read what came
 * before, so it is unread no more. Pure; once for each such message, in any order.
 */
export function withAnswerElsewhere(conversation: Conversation, message: Message): Conversation {
  const known = conversation.marks?.answeredElsewhereAt ?? -1;
  if (!isByHandElsewhere(message) || message.sentAt <= known || !conversation.marks) return conversation;
  const marks = { ...conversation.marks, answeredElsewhereAt: message.sentAt };
  const isLast = message.sentAt >= (conversation.lastInboundAt ?? 0);
  return { ...conversation, marks, ...(isLast ? { unreadCount: 0, isUnread: false } : {}) };
}

/** Whether a customer's new message is one that nobody has seen. Pure. */
export function isUnseen(conversation: Conversation, message: Message): boolean {
  return !message.isHistory && message.sentAt > (conversation.marks?.answeredElsewhereAt ?? -1);
}

/** Whether the count of unread messages needs a look at the thread: an answer from elsewhere lies among them. Pure. */
export function isUnreadUnsure(before: Conversation, message: Message): boolean {
  if (!isByHandElsewhere(message) || before.unreadCount === 0) return false;
  return (before.lastInboundAt ?? 0) > message.sentAt;
}

/** What Meta's agent or another app wrote in standby was not written by us. */
function isByHandElsewhere({ author, isStandby, isHistory }: Message): boolean {
  return author.kind === "phone" && !isStandby && !isHistory;
}
