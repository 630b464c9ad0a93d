import type { LiveEvent } from "@/lib/domain/live-event";
import { conversationOfKey, keys, threadOfKey } from "../keys";
import type { CacheAccess } from "./apply-events";

/**
 * What this person may not see any more, or what is no more, leaves the browser's memory. Null says that it is gone,
 * over whatever a page brought along; a list or the like is only forgotten.
 */
export function forget({ mutate }: CacheAccess, key: string): void {
  const isOfConversation = threadOfKey(key) !== null || conversationOfKey(key) !== null;
  void mutate(key, isOfConversation ? null : undefined, { revalidate: false });
}

export const isGone = ({ cache }: CacheAccess, key: string): boolean => cache.get(key)?.data === null;

/** Forgets conversations that are no more, and takes back those that are there again: their customer wrote anew. */
export function applyGone(access: CacheAccess, events: readonly LiveEvent[]): void {
  for (const event of events) {
    if (event.type === "conversation-removed" && event.mergedInto === null) {
      for (const key of keysOf(event.conversationId)) forget(access, key);
    }
    if (event.type !== "conversation") continue;
    const { conversation } = event;
    const [alone, thread] = keysOf(conversation.id);
    if (isGone(access, alone)) void access.mutate(alone, conversation, { revalidate: false });
    if (isGone(access, thread)) void access.mutate(thread, undefined, { revalidate: true });
  }
}

const keysOf = (id: string) => [keys.conversation(id), keys.thread(id)] as const;
