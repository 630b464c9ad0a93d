import { z } from "zod";

/**
 * `outbox/<message id>`: a message on its way out. `lane` is the conversation id while the row waits or is being
 * sent, so that only a conversation's first row is ever in flight; it is gone once the outcome is unconfirmed.
 * Times are epoch milliseconds.
 */
export const OutboxRow = z.object({
  id: z.string(),
  conversationId: z.string(),
  channelId: z.string(),
  contactId: z.string(),
  state: z.enum(["queued", "sending", "unconfirmed"]),
  lane: z.string().nullable(),
  sortKey: z.string(),
  dueAt: z.number().nullable(),
  leaseUntil: z.number().nullable(),
  leaseOwner: z.string().nullable(),
  /** Sends of the current attempt, for back-off. */
  tries: z.number(),
  attempt: z.number(),
  createdAt: z.number(),
});
export type OutboxRow = z.infer<typeof OutboxRow>;
