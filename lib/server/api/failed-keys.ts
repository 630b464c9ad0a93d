import { RateLimiterMemory } from "rate-limiter-flexible";

const FAILURES_A_MINUTE = 30;

const failures = new RateLimiterMemory({ points: FAILURES_A_MINUTE, duration: 60 });

/** How long (ms) an address has to wait that sent too many wrong keys; null when it may go on. */
export async function waitAfterFailures(address: string): Promise<number | null> {
  const counted = await failures.get(address);
  return counted && counted.consumedPoints >= FAILURES_A_MINUTE
    ? Math.max(1_000, counted.msBeforeNext)
    : null;
}

/** Counts a wrong key against the address it came from. */
export async function countFailure(address: string): Promise<void> {
  await failures.consume(address).catch(() => undefined);
}
