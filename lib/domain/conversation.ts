import { z } from "zod";
import { ChannelType } from "./channel";
import { MessageStatus } from "./delivery";
import { Author, MessageKind } from "./message";
import { PreviewDetail } from "./preview-detail";

/** What the list shows of the newest message. */
export const LastMessage = z.object({
  id: z.string(),
  kind: MessageKind,
  text: z.string().nullable(),
  /** Missing on messages from before it was kept. */
  detail: PreviewDetail.nullable().optional(),
  direction: z.enum(["inbound", "outbound"]),
  author: Author,
  status: MessageStatus,
  isRevoked: z.boolean(),
  sentAt: z.number(),
  sortKey: z.string(),
});
export type LastMessage = z.infer<typeof LastMessage>;

/** Least first. */
export const priorities = ["none", "low", "medium", "high", "urgent"] as const;

/** What `withMessage` has to remember so that the order in which messages become known changes nothing. */
export const ConversationMarks = z.object({
  /** When our newest message was sent. */
  lastOutboundAt: z.number().nullable(),
  /** Our messages that failed and were not sent since; `hasFailed` while there are any. */
  failedMessageIds: z.array(z.string()),
  /** Instagram's read marks, newest last: all that was sent up to `sentAt` was read by `readAt`. */
  customerReads: z.array(z.object({ sentAt: z.number(), readAt: z.number() })),
  /** When somebody last answered on the phone or in Instagram's app. */
  answeredElsewhereAt: z.number().optional(),
  /** The customer's last message from an ad, our first answer to it, and the end of the free entry point as Meta told it. */
  adAt: z.number().optional(),
  adAnsweredAt: z.number().optional(),
  freeEntryToldEnd: z.number().optional(),
  /** Who held the thread last, and which other app that was by the last notice that named one. */
  control: z.object({ isOurs: z.boolean(), at: z.number() }).optional(),
  controlName: z.object({ by: z.string(), at: z.number() }).optional(),
});
export type ConversationMarks = z.infer<typeof ConversationMarks>;

/** `conversations/<channel id>__<contact id>`. Times are epoch milliseconds. */
export const Conversation = z.object({
  id: z.string(),
  channelId: z.string(),
  channel: ChannelType,
  contactId: z.string(),
  /** Copied from the contact, so that a list is one query. */
  contactName: z.string().nullable(),
  contactUsername: z.string().nullable(),
  contactPhone: z.string().nullable(),
  contactAvatarUrl: z.string().nullable(),
  status: z.enum(["open", "resolved"]),
  assigneeId: z.string().nullable(),
  labels: z.array(z.string()),
  priority: z.enum(priorities),
  lastMessage: LastMessage.nullable(),
  lastActivityAt: z.number(),
  unreadCount: z.number(),
  isUnread: z.boolean(),
  lastInboundAt: z.number().nullable(),
  lastInboundProviderId: z.string().nullable(),
  /** End of the customer service window; null when the customer never wrote. */
  windowEndsAt: z.number().nullable(),
  /** End of WhatsApp's free entry point (72 h after our first answer to somebody who came from an ad); inside it nothing is charged. */
  freeEntryEndsAt: z.number().nullable().optional(),
  /** Who holds the thread when it is not us: another app, or Meta's own agent. Meta's name for it, or "unknown". */
  handledBy: z.string().nullable().optional(),
  /** A text that waits for the customer to write again; sent once, by itself. */
  parked: z
    .object({
      messageId: z.string(),
      text: z.string(),
      memberId: z.string(),
      memberName: z.string().nullable(),
      at: z.number(),
    })
    .nullable()
    .optional(),
  /** Since when the customer waits for an answer; null when we wrote last. */
  waitingSince: z.number().nullable(),
  /** Instagram's read mark: every outbound message sent up to here was read then. */
  customerReadUpTo: z.object({ sentAt: z.number(), readAt: z.number() }).nullable(),
  hasFailed: z.boolean(),
  marks: ConversationMarks.optional(),
  mergedInto: z.string().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Conversation = z.infer<typeof Conversation>;
