"use client";
import { useEffect, useEffectEvent } from "react";

const openers = new Map<string, Set<() => void>>();

/** Opens the template picker of a conversation, from anywhere around its composer. False: there is none on screen. */
export function askForTemplate(conversationId: string): boolean {
  const [open] = openers.get(conversationId) ?? [];
  open?.();
  return open !== undefined;
}

/** Opens when somebody asks for a template in this conversation. */
export function useTemplateRequests(conversationId: string, open: () => void): void {
  const run = useEffectEvent(open);
  useEffect(() => {
    const mine = () => run();
    const known = openers.get(conversationId) ?? new Set();
    openers.set(conversationId, known.add(mine));
    return () => {
      known.delete(mine);
      if (known.size === 0) openers.delete(conversationId);
    };
  }, [conversationId]);
}
