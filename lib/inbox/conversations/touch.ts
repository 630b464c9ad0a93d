import type { Channel } from "@/lib/domain/channel";
import { type Contact, nameOf } from "@/lib/domain/contact";
import type { Conversation, ConversationMarks } from "@/lib/domain/conversation";
import type { Message } from "@/lib/domain/message";
import { previewDetailOf } from "@/lib/domain/preview-detail-of";
import { conversationIdOf } from "@/lib/domain/provider-keys";
import { windowEndOf } from "@/lib/domain/window";
import { isUnreadUnsure, isUnseen, withAnswerElsewhere } from "./answered-elsewhere";
import { withOwnSend } from "./control";
import { withFreeEntry } from "./free-entry";

/**
 * A conversation with a message accounted for: last message, activity, window, waiting, failed mark. Call it again
 * whenever the message changes. `isNew` counts an inbound message as unread, so give it once, when the message is
 * created. The order of messages changes nothing, but for `waitingSince` after an answer older than the last
 * inbound message: see `isUnsure`. Pure.
 */
export function withMessage(
  conversation: Conversation,
  message: Message,
  options: { isNew?: boolean } = {},
): Conversation {
  const marked = conversation.marks ? conversation : { ...conversation, marks: noMarks };
  const placed = withFreeEntry(withLastMessage(marked, message), message);
  return message.direction === "inbound"
    ? withInbound(placed, message, options.isNew === true)
    : withOwnSend(withAnswerElsewhere(withOutbound(placed, message), message), message);
}

/** A new, empty conversation of a contact on a channel. `now` in epoch ms. Pure. */
export function conversationFor(
  channel: Pick<Channel, "id" | "type">,
  contact: Contact,
  now: number,
): Conversation {
  return {
    id: conversationIdOf(channel.id, contact.id),
    channelId: channel.id,
    channel: channel.type,
    contactId: contact.id,
    ...contactFields(contact),
    status: "open",
    assigneeId: null,
    labels: [],
    priority: "none",
    lastMessage: null,
    lastActivityAt: 0,
    unreadCount: 0,
    isUnread: false,
    lastInboundAt: null,
    lastInboundProviderId: null,
    windowEndsAt: null,
    waitingSince: null,
    customerReadUpTo: null,
    hasFailed: false,
    marks: noMarks,
    mergedInto: null,
    createdAt: now,
    updatedAt: now,
  };
}

/** The contact's fields that a conversation copies. */
export function contactFields(
  contact: Contact,
): Pick<Conversation, "contactName" | "contactUsername" | "contactPhone" | "contactAvatarUrl"> {
  return {
    contactName: nameOf(contact),
    contactUsername: contact.username,
    contactPhone: contact.phone,
    contactAvatarUrl: contact.avatarUrl,
  };
}

/** Whether this message, out of its order, needs a look at the thread: see `settleUnsure`. */
export function isUnsure(before: Conversation, message: Message): boolean {
  return isUnreadUnsure(before, message) || isAdAnswered(before, message) || isWaitingUnsure(before, message);
}

/** An ad that becomes known after we answered it. */
function isAdAnswered(before: Conversation, { direction, referral, sentAt }: Message): boolean {
  return direction === "inbound" && referral !== null && (before.marks?.lastOutboundAt ?? -1) >= sentAt;
}

function isWaitingUnsure(before: Conversation, message: Message): boolean {
  if (message.direction !== "outbound" || before.waitingSince === null) return false;
  return before.waitingSince <= message.sentAt && (before.lastInboundAt ?? 0) > message.sentAt;
}

export const noMarks: ConversationMarks = { lastOutboundAt: null, failedMessageIds: [], customerReads: [] };

function withLastMessage(conversation: Conversation, message: Message): Conversation {
  const last = conversation.lastMessage;
  if (last && last.id !== message.id && last.sortKey >= message.sortKey) return conversation;
  const { id, kind, text, direction, author, status, sentAt, sortKey } = message;
  const preview =
    text !== null && text.length > PREVIEW_CHARS ? text.slice(0, PREVIEW_CHARS).toWellFormed() : text;
  return {
    ...conversation,
    lastMessage: {
      id,
      kind,
      text: preview,
      detail: previewDetailOf(message.content),
      direction,
      author,
      status,
      isRevoked: message.revokedAt !== null,
      sentAt,
      sortKey,
    },
    lastActivityAt: Math.max(conversation.lastActivityAt, sentAt),
  };
}

/** The list shows one line. */
const PREVIEW_CHARS = 300;

function withInbound(conversation: Conversation, message: Message, isNew: boolean): Conversation {
  if (message.author.kind === "system") return conversation;
  const counted =
    isNew && isUnseen(conversation, message)
      ? { ...conversation, unreadCount: conversation.unreadCount + 1, isUnread: true }
      : conversation;
  const { lastInboundAt, waitingSince } = counted;
  const isAnswered = message.sentAt <= (marksOf(counted).lastOutboundAt ?? -1);
  const waiting =
    isAnswered || message.isHistory ? waitingSince : Math.min(waitingSince ?? message.sentAt, message.sentAt);
  const isLast = isLaterInbound(counted, message);
  return {
    ...counted,
    lastInboundAt: isLast ? message.sentAt : lastInboundAt,
    lastInboundProviderId: isLast ? message.providerMessageId : counted.lastInboundProviderId,
    windowEndsAt: windowEndOf(isLast ? message.sentAt : lastInboundAt),
    waitingSince: waiting,
  };
}

function isLaterInbound(conversation: Conversation, message: Message): boolean {
  const { lastInboundAt, lastInboundProviderId } = conversation;
  if (lastInboundAt === null || message.sentAt > lastInboundAt) return true;
  if (message.sentAt < lastInboundAt) return false;
  return (message.providerMessageId ?? "") > (lastInboundProviderId ?? "");
}

function withOutbound(conversation: Conversation, message: Message): Conversation {
  const marks = marksOf(conversation);
  const lastOutboundAt = Math.max(marks.lastOutboundAt ?? 0, message.sentAt);
  const failed = marks.failedMessageIds.filter((id) => id !== message.id);
  const isFailed = message.status === "failed" && !message.isHistory;
  const failedMessageIds = isFailed ? [...failed, message.id].sort() : failed;
  const { waitingSince, lastInboundAt } = conversation;
  const isAnswered = waitingSince !== null && waitingSince <= message.sentAt;
  const stillWaiting = lastInboundAt !== null && lastInboundAt > message.sentAt ? lastInboundAt : null;
  return {
    ...conversation,
    hasFailed: failedMessageIds.length > 0,
    waitingSince: isAnswered ? stillWaiting : waitingSince,
    marks: { ...marks, lastOutboundAt, failedMessageIds },
  };
}

function marksOf(conversation: Conversation): ConversationMarks {
  return conversation.marks ?? noMarks;
}
