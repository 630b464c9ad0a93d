import type { Erasure, ErasureCounts, ErasureSubject } from "@/lib/domain/erasure";

/** An erasure that still names its person. */
export type RunningErasure = Erasure & { subject: ErasureSubject };

/**
 * What a turn at a step came to. Every turn may be done again: a process can die right after it, before this is
 * written down.
 */
export type StepResult = {
  isDone: boolean;
  cursor?: string | null;
  /** What this turn took away. */
  counts?: Partial<ErasureCounts>;
  subject?: ErasureSubject;
  /** Nothing could be done yet: come back after this. */
  laterMs?: number;
};

export type StepOptions = {
  /** Epoch ms. */
  now: number;
  /** How long the news of it is left to those who listen before it is taken back as well. */
  quietMs: number;
};

/** Whether a step has waited for this long; epoch ms. Pure. */
export function hasWaited({ waitingSince }: Erasure, now: number, forMs: number): boolean {
  return forMs === 0 || (waitingSince !== null && now - waitingSince >= forMs);
}
