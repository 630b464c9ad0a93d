import { z } from "zod";
import { ChannelType } from "./channel";
import { MessageStatus, Timeline } from "./delivery";
import { MessageContent, MessageMedia } from "./message-content";

export const messageKinds = [
  "text",
  "image",
  "video",
  "audio",
  "document",
  "sticker",
  "location",
  "contacts",
  "order",
  "tap",
  "form",
  "story_mention",
  "share",
  "template",
  "interactive",
  "system",
  "unsupported",
] as const;
export const MessageKind = z.enum(messageKinds);
export type MessageKind = z.infer<typeof MessageKind>;

export const Author = z.object({
  /** `phone`: answered from the phone app; `api`: an integrator's key. */
  kind: z.enum(["contact", "member", "phone", "api", "system"]),
  id: z.string().nullable(),
  name: z.string().nullable(),
});
export type Author = z.infer<typeof Author>;

/** What a message answers. `messageId` stays null when the quoted message was never seen here. */
export const ReplyTo = z.object({
  providerMessageId: z.string().nullable(),
  messageId: z.string().nullable(),
  story: z
    .object({
      id: z.string().nullable(),
      url: z.string().nullable(),
      /** The story, copied before it is gone (slot `story`). */
      media: MessageMedia.optional(),
    })
    .nullable(),
  product: z.object({ catalogId: z.string().nullable(), productId: z.string().nullable() }).nullable(),
});
export type ReplyTo = z.infer<typeof ReplyTo>;

export const Reaction = z.object({
  from: z.enum(["contact", "business"]),
  emoji: z.string(),
  at: z.number(),
});
export type Reaction = z.infer<typeof Reaction>;

/** Why a send failed. `code` is Meta's number; `reason` a key of the failure catalogue (`failures.<reason>`). */
export const failureActions = [
  "send_template",
  "reconnect_channel",
  "edit_and_resend",
  "wait",
  "retry",
  "ask_for_phone",
  "contact_support",
  "none",
] as const;

export const DeliveryError = z.object({
  code: z.number().nullable(),
  subcode: z.number().nullable(),
  reason: z.string(),
  isRetryable: z.boolean(),
  details: z.string().nullable(),
  fbtraceId: z.string().nullable(),
  /** Who has to act, and what helps. Missing on failures from before these were kept. */
  who: z.enum(["agent", "admin", "developer", "nobody"]).optional(),
  action: z.enum(failureActions).optional(),
});
export type DeliveryError = z.infer<typeof DeliveryError>;

/** `conversations/<id>/messages/<id>`. Times are epoch milliseconds. */
export const Message = z.object({
  id: z.string(),
  conversationId: z.string(),
  contactId: z.string(),
  channelId: z.string(),
  channel: ChannelType,
  direction: z.enum(["inbound", "outbound"]),
  kind: MessageKind,
  /** The words in it: text body, caption, tap title. Null when it has none. */
  text: z.string().nullable(),
  content: MessageContent,
  author: Author,
  providerMessageId: z.string().nullable(),
  replyTo: ReplyTo.nullable(),
  referral: z.record(z.string(), z.unknown()).nullable(),
  /** The picture of the ad or post it came from, copied before Meta's link dies (slot `ad`). */
  adMedia: MessageMedia.optional(),
  forwarded: z.enum(["once", "many"]).nullable(),
  groupId: z.string().nullable(),
  isStandby: z.boolean(),
  reactions: z.array(Reaction),
  /** Reactions taken back, so that a late notice of one does not bring it back. Not shown. */
  removedReactions: z.array(Reaction.pick({ from: true, at: true })).optional(),
  sentAt: z.number(),
  receivedAt: z.number(),
  sortKey: z.string(),
  editedAt: z.number().nullable(),
  /** Earlier texts, oldest first. */
  edits: z.array(z.object({ text: z.string().nullable(), at: z.number() })),
  revokedAt: z.number().nullable(),
  status: MessageStatus,
  timeline: Timeline,
  /** Counts sends of this message; a person's retry starts the next. Statuses of an earlier attempt never undo a later one. */
  attempt: z.number(),
  /** Earlier attempts, oldest first: how far each came and why it failed. */
  attempts: z
    .array(z.object({ attempt: z.number(), timeline: Timeline, error: DeliveryError.nullable() }))
    .optional(),
  error: DeliveryError.nullable(),
  /** Under which of Instagram's rules it goes out; `human_agent` past 24 hours. */
  tag: z.enum(["human_agent"]).nullable().optional(),
  /** Written by an automatic rule, such as the confirmation of an opt-out: which. */
  automation: z.enum(["opt_out_confirmation", "parked"]).nullable().optional(),
  /** Came with the phone app's history, not live. */
  isHistory: z.boolean().optional(),
  pricing: z
    .object({
      category: z.string().nullable(),
      type: z.string().nullable(),
      isBillable: z.boolean().nullable(),
    })
    .nullable(),
});
export type Message = z.infer<typeof Message>;
