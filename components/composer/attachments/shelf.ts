import { useSyncExternalStore } from "react";

/** Files that are chosen for a conversation, as the composer needs to know of them. The rest is fetched when wanted. */
export type Shelf = {
  /** How many could go out. */
  count: number;
  /** Sends them in order. A single text goes along as a caption; what cannot follows by `sendText`. */
  sendAll: (texts: string[], replyToMessageId: string | null, sendText: (text: string) => void) => void;
};

const shelves = new Map<string, Shelf>();
const watchers = new Set<() => void>();

/** The files that wait in a conversation's composer; null when there are none to send. They stay while this tab is open. */
export function useAttachments(conversationId: string): Shelf | null {
  return useSyncExternalStore(
    watch,
    () => shelves.get(conversationId) ?? null,
    () => null,
  );
}

export function putShelf(conversationId: string, shelf: Shelf | null): void {
  if (shelf) shelves.set(conversationId, shelf);
  else shelves.delete(conversationId);
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
