import { z } from "zod";
import { ChannelType } from "./channel";

export const WebhookItemOutcome = z.object({
  index: z.number(),
  /** What the item is, e.g. `message.text`, `status.delivered`, `field.account_update`. */
  kind: z.string(),
  outcome: z.enum(["applied", "duplicate", "waiting", "ignored", "failed"]),
  /** Why it was ignored or failed; null otherwise. Never message content. */
  error: z.string().nullable(),
});
export type WebhookItemOutcome = z.infer<typeof WebhookItemOutcome>;

export const WebhookEventState = z.enum(["received", "processed", "ignored", "failed"]);
export type WebhookEventState = z.infer<typeof WebhookEventState>;

/** `webhookEvents/<hash of the body>`, without the body. `dueAt` is there only while work remains. */
export const WebhookEvent = z.object({
  id: z.string(),
  channel: ChannelType,
  state: WebhookEventState,
  receivedAt: z.number(),
  processedAt: z.number().nullable(),
  attempts: z.number(),
  dueAt: z.number().nullable(),
  items: z.array(WebhookItemOutcome),
  error: z.string().nullable(),
  headers: z.record(z.string(), z.string()),
  bodyBytes: z.number(),
});
export type WebhookEvent = z.infer<typeof WebhookEvent>;
