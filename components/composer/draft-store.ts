import { conversationOfDraft, draftKey } from "@/lib/client/draft-key";

const watchers = new Set<() => void>();
const memory = new Map<string, string>();

/** The draft of a conversation, "" when there is none; kept in this browser, the same in all its tabs. */
export function readDraft(conversationId: string): string {
  const known = memory.get(conversationId);
  if (known !== undefined) return known;
  const stored = readStorage(draftKey(conversationId));
  memory.set(conversationId, stored);
  return stored;
}

export function writeDraft(conversationId: string, text: string): void {
  memory.set(conversationId, text);
  try {
    if (text === "") localStorage.removeItem(draftKey(conversationId));
    else localStorage.setItem(draftKey(conversationId), text);
  } catch {
    // Storage full or forbidden: the draft lives as long as the tab.
  }
  for (const watcher of watchers) watcher();
}

export function watchDrafts(watcher: () => void): () => void {
  const onStorage = (event: StorageEvent) => {
    const conversationId = conversationOfDraft(event.key);
    if (conversationId === null) return;
    memory.set(conversationId, event.newValue ?? "");
    watcher();
  };
  watchers.add(watcher);
  window.addEventListener("storage", onStorage);
  return () => {
    watchers.delete(watcher);
    window.removeEventListener("storage", onStorage);
  };
}

function readStorage(key: string): string {
  try {
    return localStorage.getItem(key) ?? "";
  } catch {
    return "";
  }
}
