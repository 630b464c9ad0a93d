import type { Conversation } from "@/lib/domain/conversation";
import type { Actor } from "@/lib/domain/member";
import type { Author, Message, ReplyTo } from "@/lib/domain/message";
import type { MessageContent } from "@/lib/domain/message-content";
import type { OutboxRow } from "@/lib/domain/outbox";
import { messageSortKey } from "@/lib/domain/sort-key";

/** What a person or an integrator may send in this version. */
export type SendContent =
  | { kind: "text"; text: string }
  | { kind: "template"; name: string; language: string; components: Record<string, unknown>[] };

/** A message that waits to be sent. `text` is what the thread shows. Pure. */
export function newOutboundMessage(given: {
  id: string;
  conversation: Conversation;
  content: SendContent;
  text: string | null;
  actor: Actor;
  replyTo: ReplyTo | null;
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
    kind: content.kind,
    text: given.text,
    content: storedContent(content),
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

function storedContent(content: SendContent): MessageContent {
  if (content.kind === "text") return { kind: "text" };
  const { name, language, components } = content;
  return { kind: "template", name, language, components };
}
