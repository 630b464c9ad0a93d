"use client";

import { fetchJson } from "./fetcher";
import type { Counts } from "./inbox-data";
import { keys } from "./keys";
import { useSeeded } from "./use-seeded";

/** How many conversations each tab holds, live; null until known. */
export function useCounts(fallback?: Counts): Counts | null {
  return useSeeded(keys.counts(), fetchJson<Counts>, fallback).data ?? null;
}
