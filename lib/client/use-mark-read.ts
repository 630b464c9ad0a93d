"use client";

import { useEffect } from "react";
import { markReadAction } from "@/lib/actions/messages";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { useInboxStore } from "./live-provider";
import { useAttention } from "./use-attention";

const AFTER_MS = 400;

/** Marks the open conversation read, here at once and at the server, while someone looks at it. Also keeps it in its list. */
export function useMarkRead(conversation: VersionedConversation | null): void {
  const store = useInboxStore();
  const hasAttention = useAttention();
  const id = conversation?.id ?? null;
  const isDue = hasAttention && conversation?.isUnread === true;
  const lastInboundAt = conversation?.lastInboundAt ?? null;

  useEffect(() => {
    store.setOpen(id);
    return () => store.setOpen(null);
  }, [store, id]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: each new inbound message is marked anew
  useEffect(() => {
    if (id === null || !isDue) return;
    const timer = setTimeout(() => {
      store.patchConversation(id, (known) => ({ ...known, isUnread: false, unreadCount: 0 }));
      markReadAction({ conversationId: id }).catch(() => undefined);
    }, AFTER_MS);
    return () => clearTimeout(timer);
  }, [store, id, isDue, lastInboundAt]);
}
