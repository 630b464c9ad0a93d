import type { Firestore, WriteBatch } from "firebase-admin/firestore";
import { db } from "./firestore";
import type { NewWebhookEvent } from "./webhook-events";

const MAX_COMMITS = 3;
const MAX_EVENTS = 40;
const MAX_BYTES = 2_000_000;

/** Who waited longer has been told that it was not stored, and will come again. */
const MAX_AGE_MS = 8000;
const MAX_WAITING = 1000;

const ALREADY_EXISTS = 6;
/** The store did not answer: asking for each event by itself would only take longer. */
const unanswered = new Set<unknown>([4, 8, 10, 14]);

type Waiting = {
  event: NewWebhookEvent;
  since: number;
  resolve: (isNew: boolean) => void;
  reject: (error: unknown) => void;
};
type Lane = { commits: number; waiting: Waiting[] };

const lanes = new WeakMap<Firestore, Lane>();

/**
 * Commits an event; false when it is there already. Rejects when the store does not take it. Events that come while
 * commits are under way share the next one, so that a burst costs the store fewer, larger commits. None is told to
 * be stored before it is.
 */
export function createEvent(event: NewWebhookEvent): Promise<boolean> {
  const lane = lanes.get(db()) ?? { commits: 0, waiting: [] };
  lanes.set(db(), lane);
  if (lane.waiting.length >= MAX_WAITING)
    return Promise.reject(new Error("Too many events wait to be stored"));
  const { promise, resolve, reject } = Promise.withResolvers<boolean>();
  lane.waiting.push({ event, since: performance.now(), resolve, reject });
  drain(lane);
  return promise;
}

function drain(lane: Lane): void {
  dropStale(lane.waiting);
  while (lane.commits < MAX_COMMITS && lane.waiting.length > 0) {
    const together = takeSome(lane.waiting);
    lane.commits += 1;
    void commit(together).finally(() => {
      lane.commits -= 1;
      drain(lane);
    });
  }
}

function dropStale(waiting: Waiting[]): void {
  const oldest = performance.now() - MAX_AGE_MS;
  while (waiting[0] && waiting[0].since < oldest) {
    waiting.shift()?.reject(new Error("The store did not take the event in time"));
  }
}

function takeSome(waiting: Waiting[]): Waiting[] {
  let count = 0;
  let bytes = 0;
  for (const { event } of waiting) {
    bytes += sizeOf(event);
    if (count > 0 && (bytes > MAX_BYTES || count >= MAX_EVENTS)) break;
    count += 1;
  }
  return waiting.splice(0, count);
}

/** All of them or none; when it is none, each by itself, so that a duplicate or a bad one harms no other. */
async function commit(together: readonly Waiting[]): Promise<void> {
  const [only] = together;
  if (together.length === 1 && only) return settle(only);
  const batch = db().batch();
  for (const { event } of together) addTo(batch, event);
  try {
    await batch.commit();
    for (const { resolve } of together) resolve(true);
  } catch (error) {
    if (unanswered.has(codeOf(error))) {
      for (const { reject } of together) reject(error);
      return;
    }
    await Promise.all(together.map(settle));
  }
}

async function settle({ event, resolve, reject }: Waiting): Promise<void> {
  try {
    const batch = db().batch();
    addTo(batch, event);
    await batch.commit();
    resolve(true);
  } catch (error) {
    if (codeOf(error) === ALREADY_EXISTS) resolve(false);
    else reject(error);
  }
}

function addTo(batch: WriteBatch, event: NewWebhookEvent): void {
  const ref = db().collection("webhookEvents").doc(event.id);
  batch.create(ref, event.data);
  event.chunks.forEach((part, n) => {
    batch.create(ref.collection("chunks").doc(String(n)), { part });
  });
}

function sizeOf({ data, chunks }: NewWebhookEvent): number {
  return Number(data.bodyBytes ?? 0) + chunks.reduce((sum, part) => sum + part.byteLength, 0);
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;
