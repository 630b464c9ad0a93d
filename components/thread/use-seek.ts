"use client";
import { useEffect, useState } from "react";
import type { useThread } from "@/lib/client/use-thread";

const MAX_PAGES = 50;
const TOLD_MS = 5_000;

type Thread = Pick<
  ReturnType<typeof useThread>,
  "messages" | "hasOlder" | "isLoadingOlder" | "olderError" | "loadOlder"
>;

/**
 * Goes to a message, loading older pages until it is there: at most 50, since a quote may name what was never
 * stored here. `show` is called once it is loaded.
 */
export function useSeek(thread: Thread, show: (messageId: string) => void) {
  const { messages, hasOlder, isLoadingOlder, olderError, loadOlder } = thread;
  const [sought, setSought] = useState<{ id: string; pagesLeft: number } | null>(null);
  const [isMissed, setIsMissed] = useState(false);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` and `loadOlder` are new on every render
  useEffect(() => {
    if (!sought || isLoadingOlder) return;
    if (messages.some((message) => message.id === sought.id)) {
      setSought(null);
      show(sought.id);
      return;
    }
    const isOver =
      !hasOlder || sought.pagesLeft === 0 || (olderError !== null && sought.pagesLeft < MAX_PAGES);
    if (isOver) {
      setSought(null);
      setIsMissed(true);
      return;
    }
    setSought({ ...sought, pagesLeft: sought.pagesLeft - 1 });
    void loadOlder();
  }, [sought, messages, hasOlder, isLoadingOlder, olderError]);

  useEffect(() => {
    if (!isMissed) return;
    const timer = setTimeout(() => setIsMissed(false), TOLD_MS);
    return () => clearTimeout(timer);
  }, [isMissed]);

  return {
    state: sought ? ("seeking" as const) : isMissed ? ("missed" as const) : ("idle" as const),
    seek: (id: string) => {
      setIsMissed(false);
      setSought({ id, pagesLeft: MAX_PAGES });
    },
  };
}
