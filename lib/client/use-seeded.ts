"use client";

import { useLayoutEffect } from "react";
import useSWR, { type SWRResponse } from "swr";
import type { ReadError } from "./fetcher";
import { useInboxStore } from "./live-provider";

/** SWR over the live cache: shows the server's value first, puts it into the cache, and fetches only without one. */
export function useSeeded<T>(
  key: string | null,
  read: (key: string) => Promise<T>,
  fallback?: T,
): SWRResponse<T, ReadError> {
  const store = useInboxStore();
  useBrowserLayoutEffect(() => {
    if (key !== null) store.seed(key, fallback);
  }, [store, key, fallback]);
  return useSWR<T, ReadError, string | null>(key, read, { fallbackData: fallback });
}

const useBrowserLayoutEffect = typeof window === "undefined" ? () => {} : useLayoutEffect;
