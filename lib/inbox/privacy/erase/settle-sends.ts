import type { OutboxRow } from "@/lib/domain/outbox";
import { downloadsOfConversation, mediaDownloads } from "@/lib/store/media-downloads";
import { outbox, rowsOfConversation } from "@/lib/store/outbox";
import { inUnit } from "@/lib/store/unit";
import { hasWaited, type RunningErasure, type StepOptions, type StepResult } from "./step";

/** Longer than a send or a file keeps its lease after its process died. */
const PATIENCE_MS = 90_000;
const LOOK_AGAIN_MS = 1_000;

/** What still waits is not sent any more. */
export async function dropQueued({ subject }: RunningErasure): Promise<StepResult> {
  let unsent = 0;
  for (const id of subject.conversationIds) {
    const rows = await rowsOfConversation(id).get();
    for (const row of rows.docs) unsent += await dropUnless(row.id, ({ state }) => state === "sending");
  }
  return { isDone: true, counts: { unsent } };
}

/** What is being sent or fetched at this moment comes to its end first, so that its answer finds its message. */
export async function awaitInFlight(erasure: RunningErasure, { now }: StepOptions): Promise<StepResult> {
  const isPatient = !hasWaited(erasure, now, PATIENCE_MS);
  const isBusy = (lease: number | null) => isPatient && (lease ?? 0) > now;
  let unsent = 0;
  let busy = 0;
  for (const id of erasure.subject.conversationIds) {
    for (const row of (await rowsOfConversation(id).get()).docs) {
      unsent += await dropUnless(
        row.id,
        ({ state, leaseUntil }) => state === "sending" && isBusy(leaseUntil),
      );
    }
    for (const row of (await downloadsOfConversation(id).get()).docs) {
      await inUnit(async (unit) => {
        const ref = mediaDownloads().doc(row.id);
        const current = await unit.get(ref);
        if (current && !isBusy(current.leaseUntil)) unit.delete(ref);
      });
    }
    busy += (await rowsOfConversation(id).get()).size + (await downloadsOfConversation(id).get()).size;
  }
  const wait = busy > 0 ? { laterMs: LOOK_AGAIN_MS } : {};
  return { isDone: busy === 0, counts: { unsent }, ...wait };
}

/** Takes a row off the way out, but for one that `isKept` wants to stay. How many messages were never sent by that. */
function dropUnless(id: string, isKept: (row: OutboxRow) => boolean): Promise<number> {
  return inUnit(async (unit) => {
    const ref = outbox().doc(id);
    const row = await unit.get(ref);
    if (!row || isKept(row)) return 0;
    unit.delete(ref);
    return row.state === "queued" ? 1 : 0;
  });
}
