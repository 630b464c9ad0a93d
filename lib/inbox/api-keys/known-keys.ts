import type { ApiKey } from "@/lib/domain/api-key";
import { processWide } from "@/lib/process-wide";
import { apiKeys } from "@/lib/store/api-keys";
import { db } from "@/lib/store/firestore";

/** How long another process may go on with a key that was revoked here. */
export const KEY_FRESH_MS = 3_000;
const KEPT = 2_000;

type Known = { key: ApiKey; readAt: number };

/** A key as this process last read it, however long ago; null when it has not yet. */
export function knownApiKey(id: string): Known | null {
  return all().get(id) ?? null;
}

/** Reads a key from the store: one document. */
export async function readApiKey(id: string, now: number): Promise<ApiKey | null> {
  const known = all();
  const key = (await apiKeys().doc(id).get()).data() ?? null;
  known.delete(id);
  if (!key) return null;
  known.set(id, { key, readAt: now });
  const oldest = known.keys().next().value;
  if (known.size > KEPT && oldest) known.delete(oldest);
  return key;
}

/** The next use of the key in this process reads it anew. */
export function forgetApiKey(id: string): void {
  all().delete(id);
}

/** One for the whole process: an action revokes what a route has read. Another store has keys of its own. */
function all(): Map<string, Known> {
  const stores = processWide("known-api-keys", () => new WeakMap<object, Map<string, Known>>());
  const known = stores.get(db()) ?? new Map<string, Known>();
  stores.set(db(), known);
  return known;
}
