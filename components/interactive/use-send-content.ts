"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ulid } from "ulid";
import { sendContentAction } from "@/lib/actions/messages";
import type { VersionedConversation } from "@/lib/domain/live-event";
import type { SendContent } from "@/lib/domain/send-content";

/** Sends anything but plain text. `send` gives null when the server has it, else a sentence. The same try keeps its id, so pressing again never sends twice. */
export function useSendContent(conversation: VersionedConversation, replyToMessageId: string | null) {
  const t = useTranslations("sendMore");
  const tError = useTranslations("errors");
  const [isBusy, setIsBusy] = useState(false);
  const [messageId, setMessageId] = useState(() => ulid());

  async function send(content: SendContent): Promise<string | null> {
    setIsBusy(true);
    const input = { conversationId: conversation.id, messageId, content, replyToMessageId };
    const answer = await sendContentAction(input).catch(() => null);
    setIsBusy(false);
    if (answer?.data) {
      setMessageId(ulid());
      return null;
    }
    const code = answer?.serverError?.code ?? (answer ? "bad_request" : "unavailable");
    return t("failed", { reason: tError.has(code) ? tError(code) : tError("internal") });
  }

  return { send, isBusy };
}
