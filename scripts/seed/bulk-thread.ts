import type { Channel } from "@/lib/domain/channel";
import type { Contact } from "@/lib/domain/contact";
import type { Conversation } from "@/lib/domain/conversation";
import type { Message } from "@/lib/domain/message";
import { channelIdOf, identityKey, providerMessageKey } from "@/lib/domain/provider-keys";
import { messageSortKey } from "@/lib/domain/sort-key";
import { conversationFor, withMessage } from "@/lib/inbox/conversations/touch";
import type { IdentityRow } from "@/lib/store/identities";
import type { ProviderMessage } from "@/lib/store/provider-messages";

const MINUTE_MS = 60_000;
const firstNames = [
  "Ada",
  "Bruno",
  "Chidi",
  "Dalia",
  "Emre",
  "Fátima",
  "Goran",
  "Hana",
  "Ivo",
  "Júlia",
  "Kenji",
];
const lastNames = ["Abara", "Bianchi", "Costa", "Diallo", "Eriksen", "Fontes", "García", "Haddad", "Ito"];
const questions = [
  "Hi, is the large bowl back in stock?",
  "When will my order arrive?",
  "Can I change the address?",
  "Could you send the invoice again, please?",
  "Thank you, that was quick!",
];
const answers = [
  "Hello! Let me look that up for you.",
  "It is on its way and arrives tomorrow before noon.",
  "Of course, that is changed.",
  "You are welcome!",
];

export type BulkThread = {
  contact: Contact;
  identity: IdentityRow;
  conversation: Conversation;
  messages: Message[];
  lastProviderMessage: ProviderMessage;
};

type Options = { n: number; messages: number; channel: Channel; now: number };

/** The n-th invented conversation: always the same people and words, the lower the number the more recent. Pure. */
export function bulkThread({ n, messages: count, channel, now }: Options): BulkThread {
  const contact = contactOf(n, now);
  const end = now - n * MINUTE_MS;
  let conversation = conversationFor(channel, contact, end - count * MINUTE_MS);
  const messages: Message[] = [];
  for (let k = 0; k < count; k += 1) {
    const isLast = k === count - 1;
    const isInbound = k % 2 === 0 || (isLast && n % 3 === 0);
    const message = messageOf({ n, k, isInbound, conversation, at: end - (count - 1 - k) * MINUTE_MS });
    messages.push(message);
    conversation = withMessage(conversation, message);
  }
  const unreadCount = n % 3 === 0 ? 1 : 0;
  const lastId = messages.at(-1)?.providerMessageId ?? "";
  return {
    contact,
    identity: {
      id: identityKey("wa_id", contact.phone ?? ""),
      contactId: contact.id,
      createdAt: contact.createdAt,
    },
    conversation: { ...conversation, unreadCount, isUnread: unreadCount > 0, updatedAt: end },
    messages,
    lastProviderMessage: {
      id: providerMessageKey(channel.id, lastId),
      channelId: channel.id,
      providerMessageId: lastId,
      conversationId: conversation.id,
      messageId: messages.at(-1)?.id ?? null,
      attempt: messages.at(-1)?.direction === "outbound" ? 1 : 0,
      pending: [],
      createdAt: end,
    },
  };
}

function contactOf(n: number, now: number): Contact {
  const phone = `35191${String(n).padStart(7, "0")}`;
  const name = `${firstNames[n % firstNames.length]} ${lastNames[n % lastNames.length]} ${n}`;
  return {
    id: channelIdOf("whatsapp", phone),
    channel: "whatsapp",
    name,
    nameAt: now,
    username: null,
    usernameAt: 0,
    phone,
    phoneAt: now,
    bsuid: null,
    bsuidAt: 0,
    igsid: null,
    identities: [{ kind: "wa_id", value: phone }],
    avatarUrl: null,
    profileState: "none",
    profileCheckedAt: null,
    marketingOptOut: null,
    lastReferral: null,
    mergedInto: null,
    createdAt: now,
    updatedAt: now,
  };
}

function messageOf(given: {
  n: number;
  k: number;
  isInbound: boolean;
  conversation: Conversation;
  at: number;
}): Message {
  const { n, k, isInbound, conversation, at } = given;
  const providerMessageId = `wamid.bulk.${n}.${k}`;
  const words = isInbound ? questions : answers;
  return {
    id: isInbound
      ? providerMessageKey(conversation.channelId, providerMessageId)
      : `bulk-${String(n).padStart(7, "0")}-${String(k).padStart(4, "0")}`,
    conversationId: conversation.id,
    contactId: conversation.contactId,
    channelId: conversation.channelId,
    channel: conversation.channel,
    direction: isInbound ? "inbound" : "outbound",
    kind: "text",
    text: words[(n + k) % words.length] ?? null,
    content: { kind: "text" },
    author: isInbound
      ? { kind: "contact", id: conversation.contactId, name: conversation.contactName }
      : { kind: "system", id: "system", name: "Parley" },
    providerMessageId,
    replyTo: null,
    referral: null,
    forwarded: null,
    groupId: null,
    isStandby: false,
    reactions: [],
    sentAt: at,
    receivedAt: at + 300,
    sortKey: messageSortKey(at, at + 300),
    editedAt: null,
    edits: [],
    revokedAt: null,
    status: isInbound ? "received" : "read",
    timeline: isInbound
      ? {}
      : { queued: at, accepted: at + 200, sent: at + 400, delivered: at + 900, read: at + 9000 },
    attempt: isInbound ? 0 : 1,
    error: null,
    pricing: null,
  };
}
