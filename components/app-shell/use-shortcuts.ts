"use client";
import { useEffect, useEffectEvent } from "react";

/** Keys are `event.key` values ("j", "?", "Escape") or sequences of two ("g i"). */
export type Shortcuts = Record<string, ((event: KeyboardEvent) => void) | undefined>;

const SEQUENCE_MS = 1_200;

/** Runs single-key shortcuts while nobody writes and no menu or dialog is open. Modified keys stay the browser's. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const run = useEffectEvent((keys: string, event: KeyboardEvent) => {
    const action = shortcuts[keys];
    if (!action) return false;
    event.preventDefault();
    action(event);
    return true;
  });

  useEffect(() => {
    let first = { key: "", at: 0 };
    function onKeyDown(event: KeyboardEvent) {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.isComposing || isBusyElsewhere(event.target)) return;
      const isSecond = event.timeStamp - first.at < SEQUENCE_MS;
      const sequence = `${first.key} ${event.key}`;
      first = { key: event.key, at: event.timeStamp };
      if (isSecond && run(sequence, event)) return;
      run(event.key, event);
    }
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, []);
}

function isBusyElsewhere(target: EventTarget | null): boolean {
  if (!(target instanceof Element)) return false;
  return target.closest("input, textarea, select, [contenteditable], [role=menu], [role=dialog]") !== null;
}
