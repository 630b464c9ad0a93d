import { z } from "zod";
import { WebhookEventType } from "./webhook-subscription";

export const deliveryStates = ["waiting", "sending", "delivered", "failed", "dropped", "gap"] as const;
export const DeliveryState = z.enum(deliveryStates);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** Why an attempt came to nothing without an answer. */
export const AttemptError = z.enum([
  "timeout",
  "unresolved",
  "refused_address",
  "unreachable",
  "certificate",
  "interrupted",
  "no_secret",
  "internal",
]);
export type AttemptError = z.infer<typeof AttemptError>;

/** One try. `status` is the receiver's; of its answer nothing else is kept. */
export const DeliveryAttempt = z.object({
  at: z.number(),
  status: z.number().nullable(),
  durationMs: z.number(),
  error: AttemptError.nullable(),
});
export type DeliveryAttempt = z.infer<typeof DeliveryAttempt>;

/**
 * `webhookDeliveries/<subscription>__<event>`: one event on its way to one subscription, by ids alone; what is told is
 * read from the store when it is sent. Times are epoch milliseconds.
 */
export const WebhookDelivery = z.object({
  id: z.string(),
  subscriptionId: z.string(),
  eventId: z.string(),
  type: z.union([WebhookEventType, z.enum(["webhook.test", "gap"])]),
  conversationId: z.string().nullable(),
  messageId: z.string().nullable(),
  contactId: z.string().nullable(),
  channelId: z.string().nullable(),
  /** Of `message.status`: which; of `message.updated`: what changed. */
  detail: z.string().nullable(),
  /** When it happened; of a gap: when it began. */
  occurredAt: z.number(),
  state: DeliveryState,
  /** When it is sent next; null unless it waits. */
  dueAt: z.number().nullable(),
  leaseUntil: z.number().nullable(),
  leaseOwner: z.string().nullable(),
  /** Tries of the present round; "Send again" begins a new one. */
  tries: z.number(),
  attempts: z.array(DeliveryAttempt),
  createdAt: z.number(),
});
export type WebhookDelivery = z.infer<typeof WebhookDelivery>;

/** What the log keeps of the tries: the latest. */
export const ATTEMPTS_KEPT = 20;

export function withAttempt(delivery: WebhookDelivery, attempt: DeliveryAttempt): WebhookDelivery {
  return { ...delivery, attempts: [...delivery.attempts, attempt].slice(-ATTEMPTS_KEPT) };
}

/** An event that waits to be sent to a subscription at once. Pure. */
export function newDelivery(
  subscriptionId: string,
  event: Pick<
    WebhookDelivery,
    "eventId" | "type" | "conversationId" | "messageId" | "contactId" | "channelId" | "detail" | "occurredAt"
  >,
  now: number,
): WebhookDelivery {
  return {
    ...event,
    id: `${subscriptionId}__${event.eventId}`,
    subscriptionId,
    state: "waiting",
    dueAt: now,
    leaseUntil: null,
    leaseOwner: null,
    tries: 0,
    attempts: [],
    createdAt: now,
  };
}

/** A time whose events may be missing, told in the log. Pure. */
export function gapDelivery(subscriptionId: string, from: number, now: number): WebhookDelivery {
  const event = { conversationId: null, messageId: null, contactId: null, channelId: null, detail: null };
  const row = { ...event, eventId: `gap_${from}`, type: "gap" as const, occurredAt: from };
  return { ...newDelivery(subscriptionId, row, now), state: "gap", dueAt: null };
}
