import { cutoffOf, type RetentionKind, retentionKinds } from "@/lib/domain/retention";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { deleteEventsOlderThan } from "@/lib/inbox/ingest/prune-events";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { addAuditEntry, deleteAuditBefore } from "@/lib/store/audit-log";
import { db } from "@/lib/store/firestore";
import { sessionsOverBefore } from "@/lib/store/old-rows";
import { retentionSettings } from "@/lib/store/retention-settings";
import { inTransaction } from "@/lib/store/transaction";
import { eraseInactive } from "./old-contacts";
import { dropOldFiles } from "./old-files";
import { deleteOldMessages } from "./old-messages";
import { readRetention } from "./read";

const CHUNK = 100;
/** A run ends here; the next goes on. */
const MAX_CHUNKS = 50;
const MAX_ERASURES = 20;
const EVERY_MS = 60 * 60_000;

/** The hourly job: deletes what is older than it is to be kept, at most once an hour. `now` in epoch ms. */
export async function applyRetentionHourly(now: number): Promise<void> {
  const { appliedAt } = await readRetention();
  if (appliedAt !== null && now - appliedAt < EVERY_MS) return;
  await applyRetention(now);
}

/**
 * Deletes what is older than it is to be kept, in small chunks; whatever a run or a crash leaves, the next one finds
 * again. One audit entry says how much of each kind went; none when nothing did. `now` in epoch ms.
 */
export async function applyRetention(now: number): Promise<Record<string, number>> {
  const { days } = await readRetention();
  const counts: Partial<Record<RetentionKind, number>> = {};
  for (const kind of retentionKinds) {
    const cutoff = cutoffOf(days[kind], now);
    if (cutoff === null) continue;
    const count = await appliers[kind](cutoff, now);
    if (count > 0) counts[kind] = count;
  }
  await noteRun(counts, now);
  return counts;
}

const appliers: Record<RetentionKind, (cutoff: number, now: number) => Promise<number>> = {
  media: dropFiles,
  messages: (cutoff, now) => inChunks(() => deleteOldMessages(cutoff, CHUNK, now)),
  webhookEvents: (cutoff, now) => inChunks(() => deleteEventsOlderThan(cutoff, CHUNK, { now })),
  contacts: (cutoff, now) => eraseInactive(cutoff, MAX_ERASURES, now),
  sessions: (cutoff) => inChunks(() => deleteSessions(cutoff)),
  auditEntries: (cutoff) => inChunks(() => deleteAuditBefore(cutoff, CHUNK)),
};

async function inChunks(remove: () => Promise<number>): Promise<number> {
  let total = 0;
  for (let chunk = 0; chunk < MAX_CHUNKS; chunk += 1) {
    const removed = await remove();
    total += removed;
    if (removed < CHUNK) break;
  }
  return total;
}

async function dropFiles(cutoff: number): Promise<number> {
  let total = 0;
  for (let chunk = 0; chunk < MAX_CHUNKS; chunk += 1) {
    const { filesDroppedTo } = await readRetention();
    const { dropped, upTo, isDone } = await dropOldFiles(filesDroppedTo, cutoff, CHUNK);
    total += dropped;
    await noteProgress(upTo);
    if (isDone) break;
  }
  return total;
}

/** Only ever further, and only while the document is there: it is when anything is to be dropped. */
function noteProgress(filesDroppedTo: number): Promise<void> {
  return inTransaction(async (tx) => {
    const known = (await tx.get(retentionSettings())).data();
    if (known && known.filesDroppedTo < filesDroppedTo)
      tx.set(retentionSettings(), { ...known, filesDroppedTo });
  });
}

async function deleteSessions(cutoff: number): Promise<number> {
  const page = await sessionsOverBefore(cutoff).limit(CHUNK).get();
  const batch = db().batch();
  for (const row of page.docs) batch.delete(row.ref);
  await batch.commit();
  return page.size;
}

async function noteRun(counts: Record<string, number>, now: number): Promise<void> {
  const subject = { kind: "settings", id: "retention" } as const;
  const what = { action: "settings.retention_applied", subject, detail: counts };
  const entry = await auditEntry(systemActor, what, now);
  await inTransaction(async (tx) => {
    const known = (await tx.get(retentionSettings())).data();
    if (known) tx.set(retentionSettings(), { ...known, appliedAt: now });
    if (Object.keys(counts).length > 0) addAuditEntry(tx, entry);
  });
}
