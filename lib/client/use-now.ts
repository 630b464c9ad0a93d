"use client";

import { useCallback, useSyncExternalStore } from "react";
import { useInboxStore } from "./live-provider";

type Clock = { now: number; watchers: Set<() => void>; timer: ReturnType<typeof setInterval> | undefined };
const clocks = new Map<number, Clock>();

/** The time in epoch ms, new every `everyMs`; all who ask for the same pace share one timer. */
export function useNow(everyMs: number): number {
  const { renderedAt } = useInboxStore();
  const watch = useCallback((watcher: () => void) => watchClock(everyMs, watcher), [everyMs]);
  return useSyncExternalStore(
    watch,
    () => clockOf(everyMs).now,
    () => renderedAt,
  );
}

function clockOf(everyMs: number): Clock {
  const known = clocks.get(everyMs);
  if (known) return known;
  const clock: Clock = { now: Date.now(), watchers: new Set(), timer: undefined };
  clocks.set(everyMs, clock);
  return clock;
}

function watchClock(everyMs: number, watcher: () => void): () => void {
  const clock = clockOf(everyMs);
  if (clock.watchers.size === 0) {
    clock.now = Date.now();
    clock.timer = setInterval(() => {
      clock.now = Date.now();
      for (const each of clock.watchers) each();
    }, everyMs);
  }
  clock.watchers.add(watcher);
  return () => {
    clock.watchers.delete(watcher);
    if (clock.watchers.size === 0) clearInterval(clock.timer);
  };
}
