import type { Transaction } from "firebase-admin/firestore";
import { db } from "./firestore";

const ATTEMPTS = 30;
const ABORTED = 10;
/** CANCELLED, UNKNOWN, DEADLINE_EXCEEDED, RESOURCE_EXHAUSTED, INTERNAL, UNAVAILABLE: the store may answer again. */
const passing = new Set([1, 2, 4, 8, 13, 14]);

/**
 * A transaction, tried again when another one was in its way. The client's own retry waits a second or more each
 * time, which a busy conversation shows; this one starts at milliseconds. `work` may run more than once.
 */
export async function runTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db().runTransaction(work, { maxAttempts: 1 });
    } catch (error) {
      const delayMs = delayAfter(error, attempt);
      if (delayMs === null) throw error;
      await new Promise((resolve) => setTimeout(resolve, delayMs));
    }
  }
}

/** Full jitter, growing; null when trying again is no use. */
function delayAfter(error: unknown, attempt: number): number | null {
  const code = (error as { code?: unknown } | null)?.code;
  if (attempt >= ATTEMPTS || typeof code !== "number") return null;
  if (isLost(error)) return Math.random() * 100;
  if (code === ABORTED) return Math.random() * Math.min(500, 10 * 2 ** attempt);
  if (!passing.has(code) || attempt >= 8) return null;
  return Math.random() * Math.min(5_000, 200 * 2 ** attempt);
}

/** The store forgot the transaction while we held it; nothing of it was written. The client takes this for a bug of ours. */
const isLost = (error: unknown): boolean =>
  error instanceof Error && /transaction (is invalid or closed|has expired)/i.test(error.message);
