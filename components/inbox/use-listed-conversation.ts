"use client";
import { useState } from "react";
import { cachedConversation } from "@/lib/client/live/apply-events";
import { useInboxStore } from "@/lib/client/live-provider";
import type { VersionedConversation } from "@/lib/domain/live-event";

/** The conversation as the list already knows it, so that its header is there before the server answers. */
export function useListedConversation(id: string): VersionedConversation | undefined {
  const { access } = useInboxStore();
  const [listed] = useState(() => cachedConversation(access.cache, id) ?? undefined);
  return listed;
}
