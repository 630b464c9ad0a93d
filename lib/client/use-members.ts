"use client";

import { fetchJson } from "./fetcher";
import type { MemberSummary } from "./inbox-data";
import { keys } from "./keys";
import { useSeeded } from "./use-seeded";

/** The active members, by name, for assigning; null until known. */
export function useMembers(fallback?: MemberSummary[]): MemberSummary[] | null {
  return useSeeded(keys.members(), fetchJson<MemberSummary[]>, fallback).data ?? null;
}
