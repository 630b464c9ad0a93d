import { type Query, Timestamp } from "firebase-admin/firestore";
import { z } from "zod";
import { DeliveryError, MessageKind } from "@/lib/domain/message";
import { MessageContent } from "@/lib/domain/message-content";
import { typedCollection } from "./typed-collection";

/** Something Meta told about a message. Times are epoch milliseconds. */
export const PendingChange = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("status"),
    status: z.enum(["sent", "delivered", "read", "played", "failed"]),
    at: z.number(),
    error: DeliveryError.nullable(),
    pricing: z
      .object({
        category: z.string().nullable(),
        type: z.string().nullable(),
        isBillable: z.boolean().nullable(),
      })
      .nullable(),
  }),
  z.object({
    type: z.literal("reaction"),
    from: z.enum(["contact", "business"]),
    /** Null: taken back. */
    emoji: z.string().nullable(),
    at: z.number(),
  }),
  z.object({
    type: z.literal("edit"),
    text: z.string().nullable(),
    editNumber: z.number().nullable(),
    at: z.number(),
  }),
  z.object({ type: z.literal("revoke"), at: z.number() }),
  /** Instagram: this message and all before it were read. */
  z.object({ type: z.literal("read"), at: z.number() }),
  /** What a message holds, told after a placeholder for it or without naming its thread. */
  z.object({
    type: z.literal("content"),
    kind: MessageKind,
    text: z.string().nullable(),
    content: MessageContent,
  }),
  /** A message of the same thread answers this one. */
  z.object({ type: z.literal("quote"), messageId: z.string() }),
]);
export type PendingChange = z.infer<typeof PendingChange>;

const ProviderMessage = z.object({
  id: z.string(),
  channelId: z.string(),
  providerMessageId: z.string(),
  conversationId: z.string().nullable(),
  messageId: z.string().nullable(),
  /** Which send of an outbound message this id came from; 0 for messages that we did not send. */
  attempt: z.number(),
  pending: z.array(PendingChange),
  createdAt: z.number(),
  /** The message was erased: nothing that is told of it counts, and the row names it no more. */
  erasedAt: z.number().optional(),
  /** Only while the message is not known, or was erased: after this the store forgets the row. */
  expireAt: z.custom<Timestamp>((value) => value instanceof Timestamp).optional(),
});
export type ProviderMessage = z.infer<typeof ProviderMessage>;

const KEEP_PENDING_MS = 30 * 24 * 60 * 60 * 1000;

/**
 * `providerMessages/<providerMessageKey>`: where Meta's message id leads. A row without `conversationId` is a place
 * where statuses, reactions, edits, revocations and reads wait for their message.
 */
export const providerMessages = () => typedCollection("providerMessages", ProviderMessage);

/** Meta retries for 7 days, and tells of reads for 30. */
const KEEP_ERASED_MS = 60 * 24 * 60 * 60 * 1000;

/** What stays of a message's row when the message was erased: that it is to stay gone. `now` in epoch ms. */
export function erasedRow(id: string, channelId: string, now: number): ProviderMessage {
  return {
    id,
    channelId,
    providerMessageId: "",
    conversationId: null,
    messageId: null,
    attempt: 0,
    pending: [],
    createdAt: now,
    erasedAt: now,
    expireAt: Timestamp.fromMillis(now + KEEP_ERASED_MS),
  };
}

/** The rows of a conversation's messages. */
export const rowsOfMessagesIn = (conversationId: string): Query<ProviderMessage> =>
  providerMessages().where("conversationId", "==", conversationId);

/** Until when things wait for a message that nobody sent; WhatsApp itself gives up after 30 days. `now` in epoch ms. */
export const pendingExpiry = (now: number): Timestamp => Timestamp.fromMillis(now + KEEP_PENDING_MS);
