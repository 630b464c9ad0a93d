import type { ApiKey } from "@/lib/domain/api-key";
import { processWide } from "@/lib/process-wide";
import { apiKeys } from "@/lib/store/api-keys";
import { inTransaction } from "@/lib/store/transaction";

const EVERY_MS = 60_000;

/** Whether a use of a key at `now` (epoch ms) has to be kept: once a minute is enough. Counts as kept. */
export function shouldNoteUse(key: Pick<ApiKey, "id" | "lastUsedAt">, now: number): boolean {
  const noted = processWide("api-key-uses", () => new Map<string, number>());
  const last = Math.max(key.lastUsedAt ?? 0, noted.get(key.id) ?? 0);
  if (now - last < EVERY_MS) return false;
  noted.set(key.id, now);
  return true;
}

/** Keeps when and from where a key was last used. Another process may have kept this minute's use already. */
export async function noteApiKeyUse(id: string, address: string, now: number): Promise<void> {
  await inTransaction(async (tx) => {
    const ref = apiKeys().doc(id);
    const key = (await tx.get(ref)).data();
    if (!key || now - (key.lastUsedAt ?? 0) < EVERY_MS) return;
    tx.update(ref, { lastUsedAt: now, lastUsedFrom: address });
  });
}
