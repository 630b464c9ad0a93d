import type { LiveEvent, VersionedConversation, VersionedMessage } from "@/lib/domain/live-event";
import { messageSortKey } from "@/lib/domain/sort-key";

const at = 1_800_000_000_000;

export function sampleConversation(changes: Partial<VersionedConversation> = {}): VersionedConversation {
  return {
    id: "wa_1__c1",
    channelId: "wa_1",
    channel: "whatsapp",
    contactId: "c1",
    contactName: "Amara",
    contactUsername: null,
    contactPhone: null,
    contactAvatarUrl: null,
    status: "open",
    assigneeId: null,
    labels: [],
    priority: "none",
    lastMessage: null,
    lastActivityAt: at,
    unreadCount: 0,
    isUnread: false,
    lastInboundAt: null,
    lastInboundProviderId: null,
    windowEndsAt: null,
    waitingSince: null,
    customerReadUpTo: null,
    hasFailed: false,
    mergedInto: null,
    createdAt: at,
    updatedAt: at,
    version: 1,
    ...changes,
  } as VersionedConversation;
}

export function sampleMessage(changes: Partial<VersionedMessage> = {}): VersionedMessage {
  const sentAt = changes.sentAt ?? at;
  return {
    id: "m1",
    conversationId: "wa_1__c1",
    contactId: "c1",
    channelId: "wa_1",
    channel: "whatsapp",
    direction: "inbound",
    kind: "text",
    text: "Hello",
    content: { kind: "text" },
    author: { kind: "contact", id: "c1", name: "Amara" },
    providerMessageId: null,
    replyTo: null,
    referral: null,
    forwarded: null,
    groupId: null,
    isStandby: false,
    reactions: [],
    sentAt,
    receivedAt: sentAt,
    sortKey: messageSortKey(sentAt, sentAt),
    editedAt: null,
    edits: [],
    revokedAt: null,
    status: "received",
    timeline: {},
    attempt: 1,
    error: null,
    pricing: null,
    version: 1,
    ...changes,
  };
}

/** A live event about a conversation and some of its messages. */
export function changeOf(
  conversation: VersionedConversation,
  messages: VersionedMessage[] = [],
  removedMessageIds: string[] = [],
): Extract<LiveEvent, { type: "conversation" }> {
  return { type: "conversation", conversation, messages, removedMessageIds };
}
