import { randomUUID } from "node:crypto";
import type { WebhookDelivery } from "@/lib/domain/webhook-delivery";
import type { WebhookSubscription } from "@/lib/domain/webhook-subscription";
import { log } from "@/lib/log";
import { dueDeliveries } from "@/lib/store/webhook-deliveries";
import { webhookSubscriptions } from "@/lib/store/webhook-subscriptions";
import { claimDelivery } from "./claim";
import type { Posted, Poster } from "./post";
import { sendDelivery } from "./send-delivery";
import { dropDelivery, settleDelivery } from "./settle";

const PAGE = 40;

type Options = {
  post: Poster;
  /** Tries under way at once to one subscription. */
  concurrency: number;
  now: () => number;
  random: () => number;
};

export type Sender = ReturnType<typeof createSender>;

/** Sends what is due: each subscription works its own off, so that a slow receiver holds up nobody else. */
export function createSender({ post, concurrency, now, random }: Options) {
  const running = new Map<string, { isWantedAgain: boolean; done: Promise<void> }>();

  /** Sends what a subscription is due; resolves when it rests. */
  function kick(subscriptionId: string): Promise<void> {
    const current = running.get(subscriptionId);
    if (current) {
      current.isWantedAgain = true;
      return current.done;
    }
    const entry = { isWantedAgain: false, done: Promise.resolve() };
    running.set(subscriptionId, entry);
    entry.done = keepAt(subscriptionId, entry).finally(() => running.delete(subscriptionId));
    return entry.done;
  }

  async function keepAt(subscriptionId: string, entry: { isWantedAgain: boolean }): Promise<void> {
    try {
      do {
        entry.isWantedAgain = false;
        while (await sendPage(subscriptionId));
      } while (entry.isWantedAgain);
    } catch (err) {
      // The store did not answer, say. What was claimed is recovered by its lease.
      log.error({ err, subscriptionId }, "an outgoing webhook's sending stopped");
    }
  }

  /** Whether there may be more. */
  async function sendPage(subscriptionId: string): Promise<boolean> {
    const subscription = (await webhookSubscriptions().doc(subscriptionId).get()).data();
    if (!subscription?.isActive) return false;
    const due = (await dueDeliveries(subscriptionId, now(), PAGE).get()).docs.map((doc) => doc.data());
    const threads = [...Map.groupBy(due, ({ conversationId, id }) => conversationId ?? id).values()];
    const workers = Array.from({ length: concurrency }, async () => {
      for (let thread = threads.shift(); thread; thread = threads.shift())
        await sendThread(thread, subscription);
    });
    await Promise.all(workers);
    return due.length === PAGE;
  }

  /** What belongs to one conversation goes out in its order, as far as it is due together. */
  async function sendThread(rows: WebhookDelivery[], subscription: WebhookSubscription): Promise<void> {
    for (const row of rows.toSorted((a, b) => a.occurredAt - b.occurredAt)) {
      const claimed = await claimDelivery(row.id, randomUUID(), now());
      if (!claimed) continue;
      const posted = await sendDelivery(claimed, subscription, post, now()).catch((err) =>
        failedHere(err, row.id),
      );
      if (posted) await settleDelivery(claimed, posted, { now: now(), random: random() });
      else await dropDelivery(claimed);
    }
  }

  return { kick };
}

/** A bug of ours, or the store is away; it waits like any other failure, and holds up no other delivery. */
function failedHere(err: unknown, deliveryId: string): Posted {
  log.error({ err, deliveryId }, "an outgoing webhook could not be built");
  return { status: null, durationMs: 0, error: "internal", retryAfterMs: null };
}
