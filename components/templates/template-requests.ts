"use client";
import { useEffect, useEffectEvent } from "react";

type Open = (text: string | null) => void;
const openers = new Map<string, Set<Open>>();

/**
 * Opens the template picker of a conversation, from anywhere around its composer; `text` is what could not be said
 * otherwise, null for the composer's draft. False: there is no picker on screen.
 */
export function askForTemplate(conversationId: string, text: string | null = null): boolean {
  const [open] = openers.get(conversationId) ?? [];
  open?.(text);
  return open !== undefined;
}

/** Opens when somebody asks for a template in this conversation. */
export function useTemplateRequests(conversationId: string, open: Open): void {
  const run = useEffectEvent(open);
  useEffect(() => {
    const mine: Open = (text) => run(text);
    const known = openers.get(conversationId) ?? new Set();
    openers.set(conversationId, known.add(mine));
    return () => {
      known.delete(mine);
      if (known.size === 0) openers.delete(conversationId);
    };
  }, [conversationId]);
}
