import { useSyncExternalStore } from "react";

let openIn: string | null = null;
const watchers = new Set<() => void>();

/** Whether the recorder is open in this conversation. There is one microphone, so there is one recorder. */
export function useRecorder(conversationId: string): boolean {
  return useSyncExternalStore(
    watch,
    () => openIn === conversationId,
    () => false,
  );
}

export function openRecorder(conversationId: string, isOpen: boolean): void {
  openIn = isOpen ? conversationId : null;
  for (const watcher of watchers) watcher();
}

function watch(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}
