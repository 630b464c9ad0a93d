"use client";
import { useState } from "react";
import useSWR from "swr";
import { fetchJson, type ReadError } from "@/lib/client/fetcher";
import type { EventFilter } from "@/lib/domain/event-filter";
import type { EventRow } from "@/lib/domain/event-row";
import { paths } from "@/lib/paths";
import { PAGE_ROWS } from "./page-rows";

export type EventPage = { rows: EventRow[]; nextCursor: string | null; lookedTo: number | null };

const EVERY_MS = 5_000;

/**
 * The list of events, kept fresh while the tab is seen. With `isFollowing` new events come in at the top; without,
 * they wait in `fresh` until `showFresh`, so that nothing moves under whoever reads. What is shown changes in place.
 */
export function useEventRows(filter: EventFilter, first: EventPage, isFollowing: boolean) {
  const key = paths.api.webhookEvents(filter, { limit: PAGE_ROWS });
  const {
    data: newest = first,
    error,
    mutate,
  } = useSWR<EventPage, ReadError>(key, fetchJson<EventPage>, {
    fallbackData: first,
    refreshInterval: EVERY_MS,
    revalidateOnMount: false,
    refreshWhenHidden: false,
  });
  const [base, setBase] = useState(first);
  const [wasFollowing, setWasFollowing] = useState(isFollowing);
  const [isLoading, setIsLoading] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  const merged = merge(base, newest);
  const shown = isFollowing || wasFollowing ? merged.all : merged.known;
  if (wasFollowing !== isFollowing) {
    setWasFollowing(isFollowing);
    // What came in while it was followed stays where it is.
    if (wasFollowing) setBase(merged.all);
  }

  async function loadMore() {
    if (shown.nextCursor === null) return;
    setIsLoading(true);
    setHasFailed(false);
    try {
      const page = await fetchJson<EventPage>(
        paths.api.webhookEvents(filter, { limit: PAGE_ROWS, cursor: shown.nextCursor }),
      );
      setBase((before) => {
        const known = new Set(before.rows.map(({ id }) => id));
        const added = page.rows.filter(({ id }) => !known.has(id));
        return { ...page, rows: [...(isFollowing ? merged.all.rows : before.rows), ...added] };
      });
    } catch {
      setHasFailed(true);
    } finally {
      setIsLoading(false);
    }
  }

  return {
    page: shown,
    fresh: isFollowing ? 0 : merged.fresh,
    showFresh: () => setBase(merged.all),
    loadMore,
    isLoading,
    hasFailed: hasFailed || error !== undefined,
    /** Everything anew, after many events changed. */
    reload: async () => {
      const page = await mutate();
      if (page) setBase(page);
    },
  };
}

/**
 * What is on show with what the newest page knows of it, and with what came since: by itself, or because it was
 * processed and is found only now. Pure.
 */
function merge(base: EventPage, newest: EventPage): { known: EventPage; all: EventPage; fresh: number } {
  // Nothing is read that could move.
  if (base.rows.length === 0) return { known: newest, all: newest, fresh: 0 };
  const news = new Map(newest.rows.map((row) => [row.id, row]));
  const ids = new Set(base.rows.map(({ id }) => id));
  const known = { ...base, rows: base.rows.map((row) => news.get(row.id) ?? row) };
  const oldest = base.nextCursor === null ? 0 : (base.rows.at(-1)?.receivedAt ?? 0);
  const fresh = newest.rows.filter((row) => !ids.has(row.id) && row.receivedAt >= oldest);
  // So many came that the two do not touch: between them there are more than one page holds.
  const isApart = fresh.length > 0 && fresh.length === newest.rows.length && newest.nextCursor !== null;
  if (isApart) return { known, all: newest, fresh: fresh.length };
  const rows = [...fresh, ...known.rows].sort((a, b) => b.receivedAt - a.receivedAt);
  return { known, all: { ...known, rows }, fresh: fresh.length };
}
