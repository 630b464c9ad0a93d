"use client";

import { useSyncExternalStore } from "react";

/** Whether this tab is visible and has the focus, so that what it shows is being read. */
export function useAttention(): boolean {
  return useSyncExternalStore(watch, hasAttention, () => false);
}

const hasAttention = () => document.visibilityState === "visible" && document.hasFocus();

function watch(watcher: () => void): () => void {
  window.addEventListener("focus", watcher);
  window.addEventListener("blur", watcher);
  document.addEventListener("visibilitychange", watcher);
  return () => {
    window.removeEventListener("focus", watcher);
    window.removeEventListener("blur", watcher);
    document.removeEventListener("visibilitychange", watcher);
  };
}
