import type { QueryDocumentSnapshot } from "firebase-admin/firestore";
import type { AuditEntry } from "@/lib/domain/audit";
import type { WebhookEventState } from "@/lib/domain/webhook-event";
import { addAuditEntry } from "./audit-log";
import { db } from "./firestore";

const BATCH = 100;
const FAILED_PRECONDITION = 9;
const NOT_FOUND = 5;

const before = (state: WebhookEventState, cutoff: number) =>
  db().collection("webhookEvents").where("state", "==", state).where("receivedAt", "<", cutoff);

/** How many events in these states came before a moment (epoch ms). An aggregation: no documents are read. */
export async function countEventsBefore(
  states: readonly WebhookEventState[],
  cutoff: number,
): Promise<number> {
  const counts = await Promise.all(states.map((state) => before(state, cutoff).count().get()));
  return counts.reduce((sum, each) => sum + each.data().count, 0);
}

/** Events in these states that came before a moment, oldest of each state first, without what is in them. */
export async function eventsBefore(
  states: readonly WebhookEventState[],
  cutoff: number,
  limit: number,
): Promise<QueryDocumentSnapshot[]> {
  const found: QueryDocumentSnapshot[] = [];
  for (const state of states) {
    if (found.length >= limit) break;
    const page = before(state, cutoff)
      .orderBy("receivedAt")
      .limit(limit - found.length);
    found.push(...(await page.select("bodyChunks").get()).docs);
  }
  return found;
}

/**
 * Deletes events with the chunks of their bodies, but for those that changed since they were read. Answers how many;
 * the audit entry goes in with the last of them.
 */
export async function deleteEvents(
  events: readonly QueryDocumentSnapshot[],
  entryFor: (count: number) => Promise<AuditEntry>,
): Promise<number> {
  let deleted = 0;
  for (let at = 0; at < events.length; at += BATCH) {
    const together = events.slice(at, at + BATCH);
    const isLast = at + BATCH >= events.length;
    try {
      await remove(together, isLast ? await entryFor(deleted + together.length) : null);
      deleted += together.length;
    } catch (error) {
      if (!hasChanged(error)) throw error;
      deleted += await removeEach(together);
      if (isLast && deleted > 0) await leaveEntry(await entryFor(deleted));
    }
  }
  return deleted;
}

async function remove(events: readonly QueryDocumentSnapshot[], entry: AuditEntry | null): Promise<void> {
  const batch = db().batch();
  for (const event of events) {
    batch.delete(event.ref, { lastUpdateTime: event.updateTime });
    for (let n = 0; n < Number(event.get("bodyChunks") ?? 0); n += 1) {
      batch.delete(event.ref.collection("chunks").doc(String(n)));
    }
  }
  if (entry) addAuditEntry(batch, entry);
  await batch.commit();
}

async function removeEach(events: readonly QueryDocumentSnapshot[]): Promise<number> {
  let deleted = 0;
  for (const event of events) {
    try {
      await remove([event], null);
      deleted += 1;
    } catch (error) {
      if (!hasChanged(error)) throw error;
    }
  }
  return deleted;
}

async function leaveEntry(entry: AuditEntry): Promise<void> {
  const batch = db().batch();
  addAuditEntry(batch, entry);
  await batch.commit();
}

/** Another process replayed or deleted one of them. */
function hasChanged(error: unknown): boolean {
  const code = (error as { code?: unknown } | null)?.code;
  return code === FAILED_PRECONDITION || code === NOT_FOUND;
}
