import type { Contact } from "@/lib/domain/contact";
import type { Conversation } from "@/lib/domain/conversation";
import { statusOf } from "@/lib/domain/delivery";
import type { Author, Message, ReplyTo } from "@/lib/domain/message";
import type { MessageEvent } from "@/lib/domain/provider-event";
import { messageSortKey } from "@/lib/domain/sort-key";
import { toStorable } from "@/lib/store/storable";
import type { ApplyContext } from "./context";

export type MessagePlace = {
  conversation: Conversation;
  contact: Contact;
  /** The message's id. */
  key: string;
  /** Epoch ms. */
  sentAt: number;
  index: number;
  replyTo: ReplyTo | null;
};

/** The message that an event describes. Pure. */
export function buildMessage(context: ApplyContext, event: MessageEvent, place: MessagePlace): Message {
  const isInbound = event.origin === "customer";
  const { conversation, contact, key, sentAt } = place;
  const timeline = isInbound ? {} : timelineOf(event, sentAt);
  return {
    id: key,
    conversationId: conversation.id,
    contactId: contact.id,
    channelId: context.channel.id,
    channel: context.channel.type,
    direction: isInbound ? "inbound" : "outbound",
    kind: event.kind,
    text: event.text === null ? null : toStorable(event.text),
    content: toStorable(event.content),
    author: authorOf(event, contact),
    providerMessageId: event.providerMessageId,
    replyTo: place.replyTo && toStorable(place.replyTo),
    referral: event.referral && toStorable(event.referral),
    forwarded: event.forwarded,
    groupId: event.groupId,
    isStandby: event.isStandby,
    reactions: [],
    sentAt,
    receivedAt: context.receivedAt,
    sortKey: messageSortKey(sentAt, context.receivedAt, place.index),
    editedAt: null,
    edits: [],
    revokedAt: null,
    status: isInbound ? "received" : statusOf(timeline),
    timeline,
    ...(event.isHistory ? { isHistory: true } : {}),
    attempt: 0,
    error: null,
    pricing: null,
  };
}

/** History says how far a message of ours came, not when; the time at which it was sent stands in. */
function timelineOf({ historyStatus }: MessageEvent, sentAt: number): Message["timeline"] {
  return { sent: sentAt, ...(historyStatus ? { [historyStatus]: sentAt } : {}) };
}

function authorOf(event: MessageEvent, contact: Contact): Author {
  if (event.kind === "system") return { kind: "system", id: null, name: null };
  if (event.origin === "phone") return { kind: "phone", id: null, name: null };
  return { kind: "contact", id: contact.id, name: event.person.name };
}
