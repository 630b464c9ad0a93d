import { cleanLeftovers } from "@/lib/inbox/media/clean-leftovers";
import { deleteExpired } from "@/lib/store/delete-expired";
import { FEED_EXPIRE_MS, FEED_KEEP_MS } from "@/lib/store/feed";
import { readWebhookCursor } from "@/lib/store/webhook-cursor";
import { activeSubscriptions } from "@/lib/store/webhook-subscriptions";

/** Clocks differ a little. */
const MARGIN_MS = 60_000;

/** Deletes what is past its time, where no TTL policy does it: feed rows, what waited in vain for its message, and files of dead downloads. */
export async function pruneFeed(now: number): Promise<void> {
  await deleteExpired("feed", (await oldestKeptRow(now)) + FEED_EXPIRE_MS);
  await deleteExpired("webhookDeliveries", now);
  await deleteExpired("webhookConversationStates", now);
  await deleteExpired("providerMessages", now);
  await cleanLeftovers(now);
}

/** Rows from before this (epoch ms) may go: an hour old, and seen by the outgoing webhooks. */
async function oldestKeptRow(now: number): Promise<number> {
  const subscriptions = await activeSubscriptions();
  if (subscriptions.length === 0) return now - FEED_KEEP_MS;
  const since = Math.min(...subscriptions.map(({ activeFrom }) => activeFrom));
  const seenUpTo = Math.max((await readWebhookCursor()) ?? 0, since * 1_000) / 1_000;
  return Math.min(now - FEED_KEEP_MS, Math.floor(seenUpTo) - MARGIN_MS);
}
