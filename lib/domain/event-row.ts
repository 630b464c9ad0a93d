import type { WebhookEvent } from "./webhook-event";

const MAX_KINDS = 3;

/** A webhook event as a list shows it. */
export type EventRow = Pick<
  WebhookEvent,
  "id" | "channel" | "state" | "receivedAt" | "processedAt" | "attempts" | "durationMs" | "error"
> & {
  itemCount: number;
  /** The first few different kinds of its items, and how many more there are. */
  kinds: string[];
  moreKinds: number;
  /** How many items came out which way. */
  outcomes: Record<string, number>;
};

/** Pure. */
export function eventRowOf(event: WebhookEvent): EventRow {
  const { id, channel, state, receivedAt, processedAt, attempts, durationMs, error, items } = event;
  const kinds = [...new Set(items.map(({ kind }) => kind))];
  const outcomes: Record<string, number> = {};
  for (const { outcome } of items) outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;
  return {
    ...{ id, channel, state, receivedAt, processedAt, attempts, durationMs, outcomes },
    error: error ?? items.find((item) => item.error !== null)?.error ?? null,
    itemCount: items.length,
    kinds: kinds.slice(0, MAX_KINDS),
    moreKinds: Math.max(0, kinds.length - MAX_KINDS),
  };
}
