"use client";
import { useNow } from "@/lib/client/use-now";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { type SendOptions, sendOptionsOf } from "@/lib/domain/send-options";

/** What may be sent right now; it changes at the second. */
export function useSendOptions(conversation: VersionedConversation): SendOptions {
  return sendOptionsOf(conversation, useNow(1_000));
}
