/**
 * Firestore's advice for new collections, as BulkWriter follows it: 500 writes a second, half as much again every five
 * minutes. `take` waits until so many more may be written.
 */
export function rampedPace(): { take(writes: number): Promise<void> } {
  const startedAt = Date.now();
  let freeAt = startedAt;
  return {
    take: async (writes) => {
      const now = Date.now();
      const perSecond = 500 * 1.5 ** Math.floor((now - startedAt) / 300_000);
      const waitMs = Math.max(0, freeAt - now);
      freeAt = Math.max(now, freeAt) + (writes / perSecond) * 1000;
      if (waitMs > 0) await new Promise((resolve) => setTimeout(resolve, waitMs));
    },
  };
}

export const noPace = { take: async (_writes: number) => {} };
