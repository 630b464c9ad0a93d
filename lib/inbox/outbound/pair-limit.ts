/** Meta: one message in 6 s to the same person; up to 45 at once, borrowed from the quota to come (131056). */
const REFILL_MS = 6_000;
const BURST = 45;
const PRUNE_ABOVE = 20_000;

export type PairLimit = {
  /** Takes one message's worth for a sender and recipient; otherwise says how long to wait. `now` in epoch ms. */
  take(pair: string, now: number): { isAllowed: true } | { isAllowed: false; waitMs: number };
  /** Puts back what was taken for a message that did not leave. */
  giveBack(pair: string): void;
};

/**
 * A bucket per pair that refills steadily. The library's limiters count in fixed windows, which cannot say this
 * rule: after a burst they would wait for the whole window instead of 6 s.
 */
export function createPairLimit(): PairLimit {
  /** When each pair's bucket is full again. */
  const fullAt = new Map<string, number>();
  return {
    take(pair, now) {
      if (fullAt.size > PRUNE_ABOVE) prune(fullAt, now);
      const full = Math.max(fullAt.get(pair) ?? now, now);
      const waitMs = full + REFILL_MS - now - BURST * REFILL_MS;
      if (waitMs > 0) return { isAllowed: false, waitMs };
      fullAt.set(pair, full + REFILL_MS);
      return { isAllowed: true };
    },
    giveBack(pair) {
      const full = fullAt.get(pair);
      if (full !== undefined) fullAt.set(pair, full - REFILL_MS);
    },
  };
}

function prune(fullAt: Map<string, number>, now: number): void {
  for (const [pair, at] of fullAt) if (at <= now) fullAt.delete(pair);
}
