import { env } from "@/lib/env";
import { outsideRequests } from "@/lib/outside-requests";
import { processWide } from "@/lib/process-wide";
import { feedWrites } from "@/lib/store/feed";
import { recoverInterrupted } from "./claim";
import { createCollector } from "./collect";
import { listActive } from "./known-subscriptions";
import { createPoster } from "./post";
import { createSender } from "./sender";

/** Tries under way at once to one subscription, by one process. */
const CONCURRENCY = 4;
/** How long a run waits for what it began to send; that goes on without it. */
const PATIENCE_MS = 1_000;
/** How often a process looks that has changed nothing itself: for what is due again, and what others left. */
const IDLE_MS = 5_000;

/** One run: what the feed tells becomes deliveries, and what is due is sent. `now` in epoch ms. */
export async function dispatchWebhooks(now: number): Promise<void> {
  const { collector, sender, pace } = dispatcher();
  pace.lookedAt = now;
  const writes = feedWrites().count;
  const subscriptions = await listActive();
  const isCollected = await collector.collect(subscriptions, now);
  if (isCollected) pace.seen = [writes, pace.seen[0]];
  if (subscriptions.length === 0) return;
  await recoverInterrupted(now);
  const sending = outsideRequests(() => Promise.all(subscriptions.map(({ id }) => sender.kick(id))));
  await Promise.race([sending, new Promise((resolve) => setTimeout(resolve, PATIENCE_MS).unref())]);
}

/**
 * Whether there may be something to do: this process changed something, or it has not looked for a while. A row counts
 * as it is made, which is before it is stored, so the run after a change is followed by one more.
 */
export function isDispatchWanted(now: number): boolean {
  const { pace } = dispatcher();
  return feedWrites().count !== pace.seen[1] || now - pace.lookedAt >= IDLE_MS;
}

/** Sends what a subscription is due, without waiting for the next run. */
export function kickWebhook(subscriptionId: string): Promise<void> {
  return outsideRequests(() => dispatcher().sender.kick(subscriptionId));
}

/** What sends webhooks of this process. */
export const webhookPoster = () => dispatcher().poster.post;

function dispatcher() {
  return processWide("webhook-dispatcher", () => {
    const poster = createPoster({ isLoopbackAllowed: env().PARLEY_WEBHOOKS_TO_LOOPBACK === true });
    const sender = createSender({
      post: poster.post,
      concurrency: CONCURRENCY,
      now: Date.now,
      random: Math.random,
    });
    const pace = { seen: [0, 0] as [last: number, before: number], lookedAt: 0 };
    return { collector: createCollector(), sender, poster, pace };
  });
}
