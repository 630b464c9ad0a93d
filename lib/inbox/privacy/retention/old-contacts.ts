import type { RetentionPreview } from "@/lib/domain/retention";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { conversationsOfContact } from "@/lib/store/conversations";
import { silentConversations } from "@/lib/store/old-rows";
import { startErasure } from "../erase/start";

/** More than these are counted as "or more". */
const MOST_COUNTED = 500;

/** People with whom nothing has happened in any conversation since `cutoff` (epoch ms). */
export async function previewContacts(cutoff: number): Promise<RetentionPreview> {
  const found = await inactive(cutoff, MOST_COUNTED + 1);
  const times = found.map(({ lastAt }) => lastAt);
  return {
    count: Math.min(found.length, MOST_COUNTED),
    isMore: found.length > MOST_COUNTED,
    oldestAt: times.length > 0 ? Math.min(...times) : null,
    newestAt: times.length > 0 ? Math.max(...times) : null,
  };
}

/** Begins to erase some of them, exactly as by hand; the sweep of erasures does the rest. */
export async function eraseInactive(cutoff: number, limit: number, now: number): Promise<number> {
  let erased = 0;
  for (const { contactId } of await inactive(cutoff, limit)) {
    if ((await startErasure(systemActor, { contactId }, now)).ok) erased += 1;
  }
  return erased;
}

async function inactive(cutoff: number, limit: number): Promise<{ contactId: string; lastAt: number }[]> {
  const found = new Map<string, number>();
  const page = await silentConversations(cutoff).limit(limit).get();
  for (const row of page.docs) {
    const { contactId } = row.data();
    if (found.has(contactId)) continue;
    const threads = (await conversationsOfContact(contactId).get()).docs.map((one) => one.data());
    const lastAt = Math.max(...threads.map(({ lastActivityAt }) => lastActivityAt));
    if (lastAt < cutoff) found.set(contactId, lastAt);
  }
  return [...found].map(([contactId, lastAt]) => ({ contactId, lastAt }));
}
