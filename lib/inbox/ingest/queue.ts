import { log } from "@/lib/log";
import { dueEvents } from "@/lib/store/webhook-events";
import { claimEvent } from "./claim-event";
import { KeyedQueue } from "./keyed-queue";
import { keysOf } from "./plan";
import { type EventInHand, processWebhookEvent } from "./process";

const MAX_WAITING = 2000;
const CONCURRENCY = 4;
const SWEEP_PAGE = 100;

const queue = new KeyedQueue({ concurrency: CONCURRENCY, maxWaiting: MAX_WAITING });

/**
 * Processes a stored event in this process, soon. Events about the same person or message go one after another.
 * False when the queue is full: the sweep will come to it.
 */
export function enqueueEvent(id: string, inHand?: EventInHand): boolean {
  const keys = inHand ? inHand.items.flatMap((item) => ("event" in item ? keysOf(item) : [])) : [];
  return queue.add(id, keys, () => attempt(id, inHand));
}

/** Resolves when nothing is left in this process's queue. */
export function queueIsIdle(): Promise<void> {
  return queue.idle();
}

/** Processes what no process is busy with: events whose time has come. Answers how many. `now` in epoch ms. */
export async function sweepEvents(now: number): Promise<number> {
  let swept = 0;
  for (;;) {
    const due = (await dueEvents(now, SWEEP_PAGE).get()).docs
      .map(({ id }) => id)
      .filter((id) => !queue.has(id));
    if (due.length === 0) return swept;
    const claimed = await claimAll(due, now);
    for (const id of claimed) queue.add(id, [], () => attempt(id, undefined, now), { isForced: true });
    await queue.idleOf(claimed);
    swept += claimed.length;
    if (claimed.length === 0) return swept;
  }
}

async function claimAll(ids: readonly string[], now: number): Promise<string[]> {
  const claims = await Promise.all(ids.map(async (id) => ((await claimEvent(id, now)) ? id : null)));
  return claims.filter((id) => id !== null);
}

async function attempt(id: string, inHand: EventInHand | undefined, now?: number): Promise<void> {
  try {
    await processWebhookEvent(id, inHand, now);
  } catch (error) {
    log.warn({ err: error, eventId: id }, "A webhook event was not processed; the sweep will try again");
  }
}
