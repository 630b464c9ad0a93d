import { z } from "zod";
import { Conversation } from "./conversation";
import { Message } from "./message";

/** `feed/<ulid>`: "this changed". Small and short-lived; what changed is read when it is told on. */
export const FeedRow = z.object({
  id: z.string(),
  /** `erased`: somebody was erased, and nothing told before counts any more. */
  kind: z.enum(["conversation", "channel", "member", "session", "erased"]),
  conversationId: z.string().nullable(),
  messageIds: z.array(z.string()),
  /** Member id, channel id or session id for the other kinds. */
  subjectId: z.string().nullable(),
  at: z.number(),
});
export type FeedRow = z.infer<typeof FeedRow>;

/** A document with its version: Firestore's update time in microseconds; a higher one is newer, always. */
export const VersionedConversation = Conversation.extend({ version: z.number() });
export type VersionedConversation = z.infer<typeof VersionedConversation>;
export const VersionedMessage = Message.extend({ version: z.number() });
export type VersionedMessage = z.infer<typeof VersionedMessage>;

/** What a browser gets over the event stream. Applying one twice, or an old one late, changes nothing. */
export const LiveEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("conversation"),
    conversation: VersionedConversation,
    messages: z.array(VersionedMessage),
    removedMessageIds: z.array(z.string()),
  }),
  z.object({
    type: z.literal("conversation-removed"),
    conversationId: z.string(),
    mergedInto: z.string().nullable(),
  }),
  z.object({ type: z.literal("channels") }),
  /** What was missed is unknown: fetch again. */
  z.object({ type: z.literal("reset") }),
]);
export type LiveEvent = z.infer<typeof LiveEvent>;
