"use client";

import type { VersionedConversation } from "@/lib/domain/live-event";
import { fetchJson } from "./fetcher";
import { keys } from "./keys";
import { useSeeded } from "./use-seeded";

/** One conversation, live. `error.status` 404: there is none. `mergedInto` set: its contact is another one now. */
export function useConversation(id: string, fallback?: VersionedConversation) {
  const { data, error, mutate } = useSeeded(
    keys.conversation(id),
    fetchJson<VersionedConversation>,
    fallback,
  );
  return {
    conversation: data ?? null,
    isLoading: data === undefined && !error,
    error: data === undefined ? (error ?? null) : null,
    retry: () => void mutate(),
  };
}
