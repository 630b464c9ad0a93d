import { z } from "zod";
import { Sealed } from "./sealed";

/** What an outgoing webhook may tell of. */
export const webhookEventTypes = [
  "message.received",
  "message.sent",
  "message.status",
  "message.updated",
  "conversation.created",
  "conversation.updated",
] as const;
export const WebhookEventType = z.enum(webhookEventTypes);
export type WebhookEventType = z.infer<typeof WebhookEventType>;

const By = z.object({ id: z.string(), name: z.string() });

/** `webhookSubscriptions/<id>`: a URL that is told of events. Times are epoch milliseconds. */
export const WebhookSubscription = z.object({
  id: z.string(),
  name: z.string(),
  url: z.string(),
  events: z.array(WebhookEventType),
  /** The only channels it hears of; null: all, those to come too. */
  channelIds: z.array(z.string()).nullable(),
  secret: Sealed,
  /** The secret before the last roll; it signs too, until then. */
  oldSecret: z.object({ secret: Sealed, until: z.number() }).nullable(),
  isActive: z.boolean(),
  /** Why Parley stopped it by itself: the receiver answered 410, or failed for days. */
  disabledReason: z.enum(["gone", "failing"]).nullable(),
  /** Since when it is not active. */
  stoppedAt: z.number().nullable(),
  /** Events from before are not told: when it was made, or last resumed. */
  activeFrom: z.number(),
  /** Since when no delivery succeeded, once one failed. */
  failingSince: z.number().nullable(),
  lastSuccessAt: z.number().nullable(),
  createdAt: z.number(),
  createdBy: By,
  updatedAt: z.number(),
});
export type WebhookSubscription = z.infer<typeof WebhookSubscription>;

/** A subscription as a page may show it. */
export type WebhookSummary = Omit<WebhookSubscription, "secret" | "oldSecret"> & {
  /** Until when the secret before still signs. */
  oldSecretUntil: number | null;
};

/** What an admin chooses. */
export const WebhookChoice = z.object({
  name: z.string().trim().min(1).max(60),
  url: z.string().trim().min(1).max(2_000),
  events: z.array(WebhookEventType).min(1).max(webhookEventTypes.length),
  channelIds: z.array(z.string().min(1).max(200)).min(1).max(200).nullable(),
});
export type WebhookChoice = z.infer<typeof WebhookChoice>;

export function summaryOf(subscription: WebhookSubscription): WebhookSummary {
  const { secret: _secret, oldSecret, ...rest } = subscription;
  return { ...rest, oldSecretUntil: oldSecret?.until ?? null };
}

/** Whether a subscription hears of a channel. Pure. */
export function hearsOf({ channelIds }: Pick<WebhookSubscription, "channelIds">, channelId: string): boolean {
  return channelIds === null || channelIds.includes(channelId);
}
