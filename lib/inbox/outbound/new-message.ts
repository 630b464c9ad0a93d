import type { Conversation } from "@/lib/domain/conversation";
import type { Upload } from "@/lib/domain/media";
import type { Actor } from "@/lib/domain/member";
import type { Author, Message, ReplyTo } from "@/lib/domain/message";
import type { OutboxRow } from "@/lib/domain/outbox";
import type { SendContent } from "@/lib/domain/send-content";
import { messageSortKey } from "@/lib/domain/sort-key";
import type { TemplateShown } from "@/lib/domain/template-shown";
import { kindOf, storedContent } from "./stored-content";

/** A message that waits to be sent. `text` is what the thread shows. Pure. */
export function newOutboundMessage(given: {
  id: string;
  conversation: Conversation;
  content: SendContent;
  text: string | null;
  actor: Actor;
  replyTo: ReplyTo | null;
  upload?: Upload | null;
  shown?: TemplateShown;
  tag?: Message["tag"];
  now: number;
}): Message {
  const { conversation, content, now } = given;
  const sentAt = placeInThread(conversation, now);
  return {
    id: given.id,
    conversationId: conversation.id,
    contactId: conversation.contactId,
    channelId: conversation.channelId,
    channel: conversation.channel,
    direction: "outbound",
    kind: kindOf(content),
    text: given.text,
    content: storedContent(content, given.upload ?? null, given.shown),
    author: authorOf(given.actor),
    providerMessageId: null,
    replyTo: given.replyTo,
    referral: null,
    forwarded: null,
    groupId: null,
    isStandby: false,
    reactions: [],
    sentAt,
    receivedAt: now,
    sortKey: messageSortKey(sentAt, now),
    editedAt: null,
    edits: [],
    revokedAt: null,
    status: "queued",
    timeline: { queued: now },
    attempt: 1,
    error: null,
    tag: given.tag ?? null,
    pricing: null,
  };
}

/** The outbox row of a message, due at once. Pure. */
export function outboxRowOf(message: Message, now: number): OutboxRow {
  return {
    id: message.id,
    conversationId: message.conversationId,
    channelId: message.channelId,
    contactId: message.contactId,
    state: "queued",
    lane: message.conversationId,
    sortKey: message.sortKey,
    dueAt: now,
    leaseUntil: null,
    leaseOwner: null,
    tries: 0,
    attempt: message.attempt,
    createdAt: now,
  };
}

/** Who wrote a message that leaves here. */
export function authorOf(actor: Actor): Author {
  return { kind: actor.kind, id: actor.id, name: actor.name };
}

/** Two messages of one conversation made in the same millisecond, or on clocks slightly apart, keep their order. */
function placeInThread(conversation: Conversation, now: number): number {
  const last = conversation.lastMessage?.sentAt ?? 0;
  const aheadMs = last - now;
  return aheadMs >= 0 && aheadMs < 5000 ? last + 1 : now;
}
