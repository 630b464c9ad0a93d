import { randomUUID } from "node:crypto";
import { gapDelivery } from "@/lib/domain/webhook-delivery";
import type { WebhookSubscription } from "@/lib/domain/webhook-subscription";
import { log } from "@/lib/log";
import { FEED_EXPIRE_MS } from "@/lib/store/feed";
import { feedPages, type PlacedFeedRow } from "@/lib/store/feed-listener";
import { releaseLease, takeLease } from "@/lib/store/leases";
import { advanceWebhookCursor, readWebhookCursor } from "@/lib/store/webhook-cursor";
import { createDeliveries } from "@/lib/store/webhook-deliveries";
import { activeSubscriptions } from "@/lib/store/webhook-subscriptions";
import { deliveriesFor } from "./deliveries-for";
import { tellConversationChanges } from "./tell-conversation-changes";

/** Rows may become visible a little out of order, and clocks differ a little. Reading twice is harmless. */
export const OVERLAP_MICROS = 5_000_000;
/** While nothing happens the cursor follows the clock, at a distance and not at every look. */
const QUIET_MICROS = 10 * 60 * 1_000_000;
const QUIET_MARGIN_MICROS = 60_000_000;
const PAGE = 300;
const LEASE_MS = 15_000;
const SEEN_KEPT = 20_000;

export type Collector = ReturnType<typeof createCollector>;

/**
 * Makes deliveries of what the feed tells. State is in the store: a collector may vanish between any two steps, and
 * the next one does again what may be missing. Event ids are derived, so that doing it again changes nothing.
 */
export function createCollector(owner: string = randomUUID()) {
  const seen = new Map<string, number>();

  /** False: another process is at it. `now` in epoch ms. */
  async function collect(subscriptions: readonly WebhookSubscription[], now: number): Promise<boolean> {
    if (subscriptions.length === 0) return true;
    if (!(await takeLease("collect-webhooks", owner, now, LEASE_MS))) return false;
    try {
      await readOn(subscriptions, now);
    } finally {
      await releaseLease("collect-webhooks", owner);
    }
    return true;
  }

  async function readOn(subscriptions: readonly WebhookSubscription[], now: number): Promise<void> {
    const earliest = Math.min(...subscriptions.map(({ activeFrom }) => activeFrom)) * 1_000;
    const cursor = await readWebhookCursor();
    const from = Math.max(cursor ?? 0, earliest);
    let upTo = from;
    if (cursor !== null) await tellGap(subscriptions, from, now);
    for await (const page of feedPages(from - OVERLAP_MICROS, PAGE)) {
      const fresh = page.filter((row) => !seen.has(row.id));
      // Asked after the rows were read: one that was made before a row is among them, whoever made it.
      if (fresh.length > 0) await takeRows(fresh, await activeSubscriptions(), now);
      for (const row of fresh) seen.set(row.id, row.atMicros);
      upTo = Math.max(upTo, page.at(-1)?.atMicros ?? 0);
      if (upTo > from) await advanceWebhookCursor(upTo);
    }
    const quietUpTo = now * 1_000 - QUIET_MARGIN_MICROS;
    if (cursor === null || quietUpTo - upTo > QUIET_MICROS)
      await advanceWebhookCursor(Math.max(upTo, quietUpTo));
    for (const id of seen.keys()) {
      if (seen.size <= SEEN_KEPT) break;
      seen.delete(id);
    }
  }

  return { collect };
}

async function takeRows(
  rows: readonly PlacedFeedRow[],
  subscriptions: readonly WebhookSubscription[],
  now: number,
): Promise<void> {
  const told = rows.filter((row) => row.kind === "conversation" && row.conversationId !== null);
  if (told.length === 0) return;
  await createDeliveries(await deliveriesFor(told, subscriptions, now));
  await tellConversationChanges(told, subscriptions, now);
}

/** Past its TTL the store may have deleted rows that nobody had read. */
async function tellGap(
  subscriptions: readonly WebhookSubscription[],
  fromMicros: number,
  now: number,
): Promise<void> {
  const from = Math.floor(fromMicros / 1_000);
  if (from > now - FEED_EXPIRE_MS) return;
  log.warn({ from }, "outgoing webhooks were not worked out for a day; some events may be missing");
  const waiting = subscriptions.filter(({ activeFrom }) => activeFrom <= from);
  await createDeliveries(waiting.map(({ id }) => gapDelivery(id, from, now)));
}
