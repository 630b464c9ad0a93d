"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { reactAction } from "@/lib/actions/reactions";
import type { ThreadMessage } from "@/lib/client/inbox-data";

/** Reacts to a message; `problem` is a sentence when Meta did not take it. The thread shows it once Meta has it. */
export function useReact(message: ThreadMessage) {
  const t = useTranslations("thread.react");
  const tError = useTranslations("errors");
  const tReason = useTranslations("failures");
  const [problem, setProblem] = useState<string | null>(null);

  async function react(emoji: string | null): Promise<void> {
    const { conversationId, id: messageId } = message;
    const answer = await reactAction({ conversationId, messageId, emoji }).catch(() => null);
    if (answer && !answer.serverError && !answer.validationErrors) return setProblem(null);
    const { code, details } = answer?.serverError ?? { code: null, details: undefined };
    const reason = typeof details?.reason === "string" ? details.reason : "";
    if (tReason.has(`${reason}.title`)) return setProblem(tReason(`${reason}.title`));
    setProblem(code && code !== "provider_rejected" && tError.has(code) ? tError(code) : t("failed"));
  }

  return { react, problem };
}
