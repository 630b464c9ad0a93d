"use client";
import { useState } from "react";
import type { useThread } from "@/lib/client/use-thread";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { firstUnreadOf } from "./thread-rows";

export type UnreadLine = { firstId: string; count: number } | null;

type Thread = Pick<ReturnType<typeof useThread>, "messages" | "isLoading" | "hasOlder">;

/**
 * Where reading stopped, as it was when the thread was opened: reading on does not move it, nor does what comes
 * later. Null when all was read, or while the first unread message is further up than is loaded.
 */
export function useUnreadLine(conversation: VersionedConversation | null, thread: Thread): UnreadLine {
  const [count, setCount] = useState<number | null>(null);
  const [newestId, setNewestId] = useState<string | null>(null);
  if (count === null && conversation) setCount(conversation.unreadCount);
  if (newestId === null && thread.messages.length > 0) setNewestId(thread.messages.at(-1)?.id ?? null);
  if (!count || newestId === null) return null;
  const end = thread.messages.findIndex((message) => message.id === newestId);
  const seen = thread.messages.slice(0, end + 1);
  const inboundCount = seen.filter((message) => message.direction === "inbound").length;
  if (inboundCount < count && thread.hasOlder) return null;
  const firstId = firstUnreadOf(seen, count);
  return firstId ? { firstId, count: Math.min(count, inboundCount) } : null;
}
