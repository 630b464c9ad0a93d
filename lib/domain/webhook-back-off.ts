const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** The waits between the tries of one delivery: about 45 hours in all. */
export const retryWaitsMs = [
  10 * SECOND_MS,
  MINUTE_MS,
  5 * MINUTE_MS,
  30 * MINUTE_MS,
  2 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  24 * HOUR_MS,
] as const;

const JITTER = 0.2;
const LONGEST_MS = 24 * HOUR_MS;

/**
 * How long to wait after the `tries`-th try failed; null: no more. A fifth more or less by chance, so that what failed
 * together does not come back together; as long as the receiver asks for, within a day. `random` is in [0, 1). Pure.
 */
export function retryWaitMs(tries: number, random: number, askedMs: number | null = null): number | null {
  const waitMs = retryWaitsMs[tries - 1];
  if (waitMs === undefined) return null;
  const spread = Math.round(waitMs * (1 - JITTER + 2 * JITTER * random));
  return Math.min(Math.max(spread, askedMs ?? 0), Math.max(spread, LONGEST_MS));
}

/** A webhook that nothing reached for this long is stopped. */
export const STOP_AFTER_MS = 3 * 24 * HOUR_MS;
