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
  /** Until when a process works on it, epoch ms; unset or null when none does. Its receiver's lease is `dueAt`. */
  leaseUntil: z.number().nullish(),
  /** The rest is written when processing ends; older documents have none of it. */
  firstProcessedAt: z.number().nullish(),
  /** How long the last processing took. */
  durationMs: z.number().optional(),
  /** Kinds of its items, each also by its family: `message.text` and `message`. */
  kinds: z.array(z.string()).optional(),
  /** Connected channels that it was for. */
  channelIds: z.array(z.string()).optional(),
  /** Keyed digests of the ids in it, to be found by: of messages, people, numbers and accounts. See `refs-of.ts`. */
  refs: z.array(z.string()).optional(),
  /** Items of people who were erased, by their place: the body holds them no more, and they stay as they were. */
  erasedItems: z.array(z.number()).optional(),
});
export type WebhookEvent = z.infer<typeof WebhookEvent>;

/** An item's kind and its family (`message.text`, `message`), each once. Pure. */
export function kindsOf(items: readonly Pick<WebhookItemOutcome, "kind">[]): string[] {
  return [...new Set(items.flatMap(({ kind }) => [kind, kind.split(".")[0] ?? kind]))];
}

/** Whether a process works on an event at `now` (epoch ms): its receiver, the sweep or a replay. Pure. */
export function isInWork(
  event: Pick<WebhookEvent, "state" | "attempts" | "dueAt" | "leaseUntil">,
  now: number,
): boolean {
  if (event.state !== "received") return false;
  const isReceivers = event.attempts === 0 && event.leaseUntil === undefined;
  return ((isReceivers ? event.dueAt : event.leaseUntil) ?? 0) > now;
}
