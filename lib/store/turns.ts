import { processWide } from "@/lib/process-wide";

const tails = processWide("turns", () => new Map<string, Promise<void>>());

/**
 * Runs `work` when nothing else in this process runs that shares a key with it; without keys, at once. Only a
 * courtesy to the store: two transactions on the same documents would each hold what the other wants until one is
 * thrown out, which takes seconds. What is right does not depend on it, as other processes take no turns with us.
 */
export async function inTurn<T>(keys: readonly string[], work: () => Promise<T>): Promise<T> {
  if (keys.length === 0) return work();
  const before = new Set(keys.map((key) => tails.get(key)).filter((tail) => tail !== undefined));
  const { promise, resolve } = Promise.withResolvers<void>();
  for (const key of keys) tails.set(key, promise);
  await Promise.all(before);
  try {
    return await work();
  } finally {
    for (const key of keys) if (tails.get(key) === promise) tails.delete(key);
    resolve();
  }
}
