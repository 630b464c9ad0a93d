"use client";

import { fetchJson } from "./fetcher";
import type { ChannelSummary } from "./inbox-data";
import { keys } from "./keys";
import { useSeeded } from "./use-seeded";

/** The connected channels, live; null until known. A `pause` is what the banner is about. */
export function useChannels(fallback?: ChannelSummary[]): ChannelSummary[] | null {
  return useSeeded(keys.channels(), fetchJson<ChannelSummary[]>, fallback).data ?? null;
}
