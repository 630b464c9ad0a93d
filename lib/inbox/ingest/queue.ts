import { log } from "@/lib/log";
import { outsideRequests } from "@/lib/outside-requests";
import { processWide } from "@/lib/process-wide";
import { dueEvents } from "@/lib/store/webhook-events";
import { yieldToAnswers } from "./ack-pressure";
import { claimEvent } from "./claim-event";
import { KeyedQueue } from "./keyed-queue";
import { keysOf } from "./plan";
import { type EventInHand, processWebhookEvent, readEvent } from "./process";

const CONCURRENCY = 4;
const MAX_WAITING = 20_000;
/** Bodies kept in memory while they wait; beyond this they are read again from the store. */
const MAX_BYTES_IN_HAND = 8_000_000;
const SWEEP_PAGE = 100;
/** Pages that a sweep looks at without finding work: those at the front may all be in this process's own queue. */
const MAX_IDLE_PAGES = 3;
/** Keeping this many keys in order costs more than losing a race now and then. */
const MAX_KEYS = 200;

const queue = processWide(
  "event-queue",
  () => new KeyedQueue({ concurrency: CONCURRENCY, maxWaiting: MAX_WAITING, before: yieldToAnswers }),
);
const inMemory = processWide("event-queue-bytes", () => ({ bytes: 0 }));

/**
 * Processes a stored event in this process, soon. Events about the same person or message go one after another.
 * False when the queue is full: the sweep will come to it.
 */
export function enqueueEvent(id: string, inHand?: EventInHand): boolean {
  if (queue.has(id)) return true;
  const bytes = inHand?.event.bodyBytes ?? 0;
  const isLight = inMemory.bytes + bytes <= MAX_BYTES_IN_HAND;
  const held = isLight ? bytes : 0;
  inMemory.bytes += held;
  const work = attemptWhenOurs(id, inHand?.event.dueAt ?? null, isLight ? inHand : undefined, () => {
    inMemory.bytes -= held;
  });
  const isTaken = outsideRequests(() => queue.add(id, keysIn(inHand), work));
  if (!isTaken) inMemory.bytes -= held;
  return isTaken;
}

/** Resolves when nothing is left in this process's queue. */
export function queueIsIdle(): Promise<void> {
  return queue.idle();
}

/** Processes what no process is busy with: events whose time has come. Answers how many. `now` in epoch ms. */
export async function sweepEvents(now: number): Promise<number> {
  let swept = 0;
  let idlePages = 0;
  for (let page = dueEvents(now, SWEEP_PAGE); ; ) {
    const due = (await page.get()).docs;
    const last = due.at(-1);
    if (!last) return swept;
    const claimed = (await Promise.all(due.map(({ id }) => claim(id, now)))).filter(
      (found) => found !== null,
    );
    for (const found of claimed) {
      const { id } = found.event;
      queue.add(id, keysIn(found), () => attempt(id, found, now), { isForced: true });
    }
    await queue.idleOf(claimed.map(({ event }) => event.id));
    swept += claimed.length;
    idlePages = claimed.length === 0 ? idlePages + 1 : 0;
    if (idlePages >= MAX_IDLE_PAGES) return swept;
    page = dueEvents(now, SWEEP_PAGE).startAfter(last);
  }
}

/** Made apart from its caller, so that waiting work holds on to nothing but what it was given. */
function attemptWhenOurs(
  id: string,
  leaseUntil: number | null,
  inHand: EventInHand | undefined,
  done: () => void,
): () => Promise<void> {
  return async () => {
    if (await isStillOurs(id, leaseUntil)) await attempt(id, inHand);
    done();
  };
}

/** After the receiver's lease another process may be at it, so this one has to ask like any other. */
async function isStillOurs(id: string, leaseUntil: number | null): Promise<boolean> {
  const now = Date.now();
  if (leaseUntil === null || now < leaseUntil) return true;
  try {
    return await claimEvent(id, now);
  } catch (error) {
    log.warn({ err: error, eventId: id }, "A webhook event could not be claimed; the sweep will try again");
    return false;
  }
}

async function claim(id: string, now: number): Promise<EventInHand | null> {
  if (queue.has(id) || !(await claimEvent(id, now))) return null;
  const found = await readEvent(id);
  // The claim counted this attempt already.
  return found && { ...found, event: { ...found.event, attempts: found.event.attempts - 1 } };
}

function keysIn(inHand: EventInHand | undefined): string[] {
  const keys = inHand?.items.flatMap((item) => ("event" in item ? keysOf(item) : [])) ?? [];
  return [...new Set(keys)].slice(0, MAX_KEYS);
}

async function attempt(id: string, inHand: EventInHand | undefined, now?: number): Promise<void> {
  try {
    await processWebhookEvent(id, inHand, now);
  } catch (error) {
    log.warn({ err: error, eventId: id }, "A webhook event was not processed; the sweep will try again");
  }
}
