"use client";

import type { VersionedConversation } from "@/lib/domain/live-event";
import { useInboxStore } from "./live-provider";

/**
 * Sending into a conversation. `send` shows the message at once and gives its id; `resend` and `discard` are for
 * messages whose `local.state` is `failed` (`discard` gives the text back, or null when it has already gone).
 */
export function useSend(conversation: VersionedConversation | null) {
  const { sender } = useInboxStore();
  return {
    send: (text: string, replyToMessageId: string | null = null): string | null =>
      conversation ? sender.send(conversation, text, replyToMessageId) : null,
    resend: sender.resend,
    discard: sender.discard,
  };
}
