"use client";

import { useState } from "react";
import type { ConversationTab } from "@/lib/domain/conversation-tab";
import { paths } from "@/lib/paths";
import { fetchJson, ReadError } from "./fetcher";
import type { ConversationList } from "./inbox-data";
import { keys } from "./keys";
import { patch } from "./live/apply-events";
import { useInboxStore } from "./live-provider";
import { appendPage } from "./reduce-list";
import { useSeeded } from "./use-seeded";

/**
 * The conversations of a tab, newest activity first, live. `fallback` is what the server rendered. `loadMore` adds
 * the next page (it does nothing while one is under way or when all is loaded). `error` is the first read's.
 */
export function useConversations(tab: ConversationTab, fallback?: ConversationList) {
  const store = useInboxStore();
  const key = keys.conversations(tab);
  const { data, error, mutate } = useSeeded(key, store.readList, fallback);
  const [more, setMore] = useState<{ isLoading: boolean; error: ReadError | null }>({
    isLoading: false,
    error: null,
  });

  async function loadMore(): Promise<void> {
    const cursor = data?.nextCursor;
    if (!cursor || more.isLoading) return;
    setMore({ isLoading: true, error: null });
    try {
      const page = await fetchJson<ConversationList>(paths.api.conversations(tab, { cursor }));
      patch<ConversationList>(store.access, key, (list) => appendPage(list, page));
      setMore({ isLoading: false, error: null });
    } catch (cause) {
      setMore({ isLoading: false, error: asReadError(cause) });
    }
  }

  return {
    conversations: data?.items ?? [],
    isLoading: data === undefined && !error,
    error: data === undefined ? (error ?? null) : null,
    retry: () => void mutate(),
    hasMore: data?.nextCursor != null,
    isLoadingMore: more.isLoading,
    moreError: more.error,
    loadMore,
  };
}

function asReadError(cause: unknown): ReadError {
  return cause instanceof ReadError ? cause : new ReadError(0, "internal", { cause });
}
