"use client";

import { useMemo, useState } from "react";
import { paths } from "@/lib/paths";
import { fetchJson, ReadError } from "./fetcher";
import type { Thread } from "./inbox-data";
import { keys } from "./keys";
import { patch } from "./live/apply-events";
import { useInboxStore } from "./live-provider";
import { appendOlder } from "./reduce-thread";
import { useSeeded } from "./use-seeded";

/**
 * A thread, OLDEST FIRST for reading, live, with this browser's unsent messages at its end. `fallback` is what the
 * server rendered (newest first, as paged). `loadOlder` adds the page before; `error` is the first read's.
 */
export function useThread(conversationId: string, fallback?: Thread) {
  const store = useInboxStore();
  const key = keys.thread(conversationId);
  const { data, error, mutate } = useSeeded(key, store.readThread, fallback);
  const [older, setOlder] = useState<{ isLoading: boolean; error: ReadError | null }>({
    isLoading: false,
    error: null,
  });
  const messages = useMemo(() => data?.items.toReversed() ?? [], [data]);

  async function loadOlder(): Promise<void> {
    const cursor = data?.nextCursor;
    if (!cursor || older.isLoading) return;
    setOlder({ isLoading: true, error: null });
    try {
      const page = await fetchJson<Thread>(paths.api.messages(conversationId, { cursor }));
      patch<Thread>(store.access, key, (thread) => appendOlder(thread, page));
      setOlder({ isLoading: false, error: null });
    } catch (cause) {
      const known = cause instanceof ReadError ? cause : new ReadError(0, "internal", { cause });
      setOlder({ isLoading: false, error: known });
    }
  }

  return {
    messages,
    isLoading: data === undefined && !error,
    error: data === undefined ? (error ?? null) : null,
    retry: () => void mutate(),
    hasOlder: data?.nextCursor != null,
    isLoadingOlder: older.isLoading,
    olderError: older.error,
    loadOlder,
  };
}
