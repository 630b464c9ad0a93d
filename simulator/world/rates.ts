const pairBurst = 45;
const pairRefillMs = 6000;

/** Counts sends against Meta's two limits: per recipient (1 in 6 s, 45 borrowed) and per number and second. */
export type RateMeter = {
  /** Takes one from the pair's bucket; false when it is empty (131056). */
  takePair: (recipient: string, now: number) => boolean;
  /** False when the number already sent its share of this second (130429). */
  takeThroughput: (perSecond: number, now: number) => boolean;
  reset: () => void;
};

export function createRateMeter(): RateMeter {
  const pairs = new Map<string, { tokens: number; at: number }>();
  let second = { start: 0, count: 0 };
  return {
    takePair(recipient, now) {
      const before = pairs.get(recipient) ?? { tokens: pairBurst, at: now };
      const refilled = Math.min(pairBurst, before.tokens + Math.max(0, now - before.at) / pairRefillMs);
      if (refilled < 1) return false;
      pairs.set(recipient, { tokens: refilled - 1, at: now });
      return true;
    },
    takeThroughput(perSecond, now) {
      if (Math.abs(now - second.start) >= 1000) second = { start: now, count: 0 };
      if (second.count >= perSecond) return false;
      second.count += 1;
      return true;
    },
    reset() {
      pairs.clear();
      second = { start: 0, count: 0 };
    },
  };
}
