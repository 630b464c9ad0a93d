import type { Contact } from "@/lib/domain/contact";
import type { Conversation } from "@/lib/domain/conversation";
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
    status: isInbound ? "received" : "sent",
    timeline: isInbound ? {} : { sent: sentAt },
    attempt: 0,
    error: null,
    pricing: null,
  };
}

function authorOf(event: MessageEvent, contact: Contact): Author {
  if (event.kind === "system") return { kind: "system", id: null, name: null };
  if (event.origin === "phone") return { kind: "phone", id: null, name: null };
  return { kind: "contact", id: contact.id, name: event.person.name };
}
