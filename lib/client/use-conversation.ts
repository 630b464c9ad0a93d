"use client";

import type { VersionedConversation } from "@/lib/domain/live-event";
import { fetchJson, ReadError } from "./fetcher";
import { keys } from "./keys";
import { useSeeded } from "./use-seeded";

/** One conversation, live. `error.status` 404: there is none. `mergedInto` set: its contact is another one now. */
export function useConversation(id: string, fallback?: VersionedConversation) {
  const { data, error, mutate } = useSeeded<VersionedConversation | null>(
    keys.conversation(id),
    fetchJson<VersionedConversation>,
    fallback,
  );
  const known = data === null ? gone : error;
  return {
    conversation: data ?? null,
    isLoading: data === undefined && !known,
    error: data ? null : (known ?? null),
    retry: () => void mutate(),
  };
}

/** It was there, and this person may not see it any more. */
const gone = new ReadError(404, "not_found");
