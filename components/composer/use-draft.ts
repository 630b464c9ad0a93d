"use client";
import { useSyncExternalStore } from "react";
import { readDraft, watchDrafts, writeDraft } from "./draft-store";

/** A conversation's draft and its setter. "" while the page is still the server's. */
export function useDraft(conversationId: string): [string, (text: string) => void] {
  const text = useSyncExternalStore(
    watchDrafts,
    () => readDraft(conversationId),
    () => "",
  );
  return [text, (next) => writeDraft(conversationId, next)];
}
