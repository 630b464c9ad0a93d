import type { Erasure, ErasureStep } from "@/lib/domain/erasure";
import { erasureSteps } from "@/lib/domain/erasure";
import { log } from "@/lib/log";
import { dueErasures, erasures } from "@/lib/store/erasures";
import { inTransaction } from "@/lib/store/transaction";
import { eraseMessages, eraseProviderIds, eraseUploads } from "./erase-messages";
import { eraseConversations, finishMerges, forgetNews } from "./erase-places";
import { eraseRawEvents } from "./erase-raw-events";
import { finishErasure } from "./finish";
import { awaitInFlight, dropQueued } from "./settle-sends";
import type { RunningErasure, StepOptions, StepResult } from "./step";

const LEASE_MS = 60_000;
const QUIET_MS = 5_000;
const PAGE = 20;

type Step = (erasure: RunningErasure, options: StepOptions) => Promise<StepResult>;

const steps: Record<Exclude<ErasureStep, "contact">, Step> = {
  merges: finishMerges,
  outbox: dropQueued,
  in_flight: awaitInFlight,
  provider_ids: eraseProviderIds,
  messages: eraseMessages,
  uploads: eraseUploads,
  raw_events: eraseRawEvents,
  conversations: eraseConversations,
  told: forgetNews,
};

export type RunOptions = {
  /** The clock, epoch ms. */
  now?: () => number;
  quietMs?: number;
  /** Called before each turn at a step; what it throws ends the run, as a crash would. */
  beforeTurn?: (step: ErasureStep) => void;
};

/**
 * Goes on with an erasure from where it stands, until it is done or has to wait; then the sweep comes back to it. Killed
 * anywhere, it can be called again: each turn is written down after it was done, and doing one twice is doing it once.
 * Only one process is at it at a time. Null when it is another's, or none.
 */
export async function runErasure(id: string, options: RunOptions = {}): Promise<Erasure | null> {
  const { now = Date.now, quietMs = QUIET_MS } = options;
  let erasure = await claim(id, now());
  while (erasure?.subject) {
    options.beforeTurn?.(erasure.step);
    const running = { ...erasure, subject: erasure.subject };
    if (erasure.step === "contact") return finishErasure(running, now());
    const result = await steps[erasure.step](running, { now: now(), quietMs });
    const next = await writeDown(running, result, now());
    if (!next || result.laterMs !== undefined) return next;
    erasure = next;
  }
  return erasure;
}

/** Takes up erasures that wait, or that a dead process left. `now` in epoch ms. */
export async function sweepErasures(now: number): Promise<number> {
  const due = await dueErasures(now, PAGE).get();
  const startedAt = Date.now();
  for (const { id } of due.docs) {
    await runErasure(id, { now: () => now + (Date.now() - startedAt) }).catch((error: unknown) => {
      log.error({ err: error, erasureId: id }, "An erasure stopped; it is taken up again");
    });
  }
  return due.size;
}

function claim(id: string, now: number): Promise<Erasure | null> {
  const ref = erasures().doc(id);
  return inTransaction(async (tx) => {
    const erasure = (await tx.get(ref)).data();
    if (erasure?.state !== "running" || (erasure.leaseUntil ?? 0) > now) return null;
    const claimed = { ...erasure, leaseUntil: now + LEASE_MS, dueAt: now + LEASE_MS };
    tx.set(ref, claimed);
    return claimed;
  });
}

/** Null when another process took it over meanwhile. */
async function writeDown(erasure: RunningErasure, result: StepResult, now: number): Promise<Erasure | null> {
  const counts = { ...erasure.counts };
  for (const [kind, count] of Object.entries(result.counts ?? {}))
    counts[kind as keyof typeof counts] += count;
  const waits = result.laterMs !== undefined;
  const next: Erasure = {
    ...erasure,
    subject: result.subject ?? erasure.subject,
    step: result.isDone ? stepAfter(erasure.step) : erasure.step,
    cursor: result.isDone ? null : (result.cursor ?? null),
    waitingSince: waits ? (erasure.waitingSince ?? now) : null,
    counts,
    dueAt: now + (result.laterMs ?? LEASE_MS),
    leaseUntil: waits ? null : now + LEASE_MS,
  };
  const ref = erasures().doc(erasure.id);
  return inTransaction(async (tx) => {
    const current = (await tx.get(ref)).data();
    if (current?.state !== "running" || current.leaseUntil !== erasure.leaseUntil) return null;
    tx.set(ref, next);
    return next;
  });
}

function stepAfter(step: ErasureStep): ErasureStep {
  return erasureSteps[erasureSteps.indexOf(step) + 1] ?? "contact";
}
