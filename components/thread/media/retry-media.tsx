"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCan } from "@/components/app-shell/member-context";
import { Button } from "@/components/ui/button";
import { retryMediaAction } from "@/lib/actions/media";
import type { ThreadMessage } from "@/lib/client/inbox-data";

type Props = { message: ThreadMessage; slot: string; what: string };

/** Has a file fetched once more; the thread shows by itself how that goes. */
export function RetryMedia({ message, slot, what }: Props) {
  const t = useTranslations("media");
  const mayRetry = useCan("conversation.update");
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  if (!mayRetry) return null;

  async function retry() {
    setState("busy");
    const { conversationId, id: messageId } = message;
    const answer = await retryMediaAction({ conversationId, messageId, slot }).catch(() => null);
    setState(answer && !answer.serverError && !answer.validationErrors ? "idle" : "failed");
  }

  return (
    <>
      <Button
        size="sm"
        isBusy={state === "busy"}
        aria-label={t("retryWhat", { what })}
        onClick={() => void retry()}
      >
        {t("retry")}
      </Button>
      <p role="alert" className="text-danger empty:hidden">
        {state === "failed" ? t("retryFailed") : null}
      </p>
    </>
  );
}
