"use client";

import { useCallback, useRef } from "react";
import { typingAction } from "@/lib/actions/messages";

/** Meta shows the typing indicator for up to 25 s; asking more often tells the customer nothing new. */
const EVERY_MS = 20_000;

/** Call the returned function on every key press; the customer is told at most every 20 s. */
export function useTyping(conversationId: string): () => void {
  const last = useRef<{ id: string; at: number } | null>(null);
  return useCallback(() => {
    const now = Date.now();
    if (last.current?.id === conversationId && now - last.current.at < EVERY_MS) return;
    last.current = { id: conversationId, at: now };
    typingAction({ conversationId }).catch(() => undefined);
  }, [conversationId]);
}
