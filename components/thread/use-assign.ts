"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { assignAction } from "@/lib/actions/messages";
import { useInboxStore } from "@/lib/client/live-provider";
import type { VersionedConversation } from "@/lib/domain/live-event";

/** Assigns a conversation, shown at once and taken back when the server refuses. `error` is a sentence or null. */
export function useAssign(conversation: VersionedConversation) {
  const t = useTranslations("thread");
  const store = useInboxStore();
  const [error, setError] = useState<string | null>(null);

  async function assign(assigneeId: string | null): Promise<void> {
    const before = conversation.assigneeId;
    if (before === assigneeId) return;
    const show = (id: string | null) =>
      store.patchConversation(conversation.id, (known) => ({ ...known, assigneeId: id }));
    setError(null);
    show(assigneeId);
    const answer = await assignAction({ conversationId: conversation.id, assigneeId }).catch(() => null);
    if (answer && !answer.serverError && !answer.validationErrors) return;
    show(before);
    setError(t("assignFailed"));
  }

  return { assign, error };
}
