/** How failed sign-ins of one account or one address are slowed down. */
export type ThrottlePolicy = {
  freeTries: number;
  firstWaitMs: number;
  longestWaitMs: number;
  forgetAfterMs: number;
};

const MINUTE_MS = 60_000;
const shared = { firstWaitMs: 10_000, longestWaitMs: 15 * MINUTE_MS, forgetAfterMs: 60 * MINUTE_MS };

export const accountPolicy: ThrottlePolicy = { freeTries: 5, ...shared };
/** An address may be a whole office behind one router. */
export const addressPolicy: ThrottlePolicy = { freeTries: 20, ...shared };

/** What is known of the tries so far; times are epoch milliseconds. */
export type Tries = { failures: number; lastAt: number; blockedUntil: number };

/** How long to wait before the next try (ms); 0 when it may go ahead now. */
export function waitMs(tries: Tries | null, now: number): number {
  return Math.max(0, (tries?.blockedUntil ?? 0) - now);
}

/** Counts a try, as failed until proven otherwise. After the free ones each doubles the wait before the next. */
export function countTry(tries: Tries | null, policy: ThrottlePolicy, now: number): Tries {
  const isForgotten = !tries || now - tries.lastAt > policy.forgetAfterMs;
  const failures = (isForgotten ? 0 : tries.failures) + 1;
  return { failures, lastAt: now, blockedUntil: blockedUntil(failures, policy, now) };
}

/** Takes back a counted try that turned out well. */
export function forgiveTry(tries: Tries, policy: ThrottlePolicy): Tries {
  const failures = Math.max(0, tries.failures - 1);
  return { ...tries, failures, blockedUntil: failures < policy.freeTries ? 0 : tries.blockedUntil };
}

function blockedUntil(failures: number, policy: ThrottlePolicy, now: number): number {
  if (failures < policy.freeTries) return 0;
  const doublings = Math.min(failures - policy.freeTries, 20);
  return now + Math.min(policy.firstWaitMs * 2 ** doublings, policy.longestWaitMs);
}
