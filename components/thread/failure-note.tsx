"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCan } from "@/components/app-shell/member-context";
import { Button } from "@/components/ui/button";
import { retryMessageAction } from "@/lib/actions/messages";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { FailureDetails } from "./failure-details";
import { LocalFailure } from "./local-failure";

/** Why a message did not arrive and what to do, as a sentence with a button. Nothing when all is well. */
export function FailureNote({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread");
  if (message.local) return <LocalFailure message={message} local={message.local} />;
  if (message.status === "unconfirmed") {
    return <p className="max-w-[78cqi] px-1 text-xs text-soon">{t("unconfirmed")}</p>;
  }
  if (message.status !== "failed") return null;
  return <ServerFailure message={message} />;
}

function ServerFailure({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread.failure");
  const tReason = useTranslations("failures");
  const maySend = useCan("message.send");
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const { error } = message;
  const reason = error?.reason ?? "unknown";
  const isKnown = tReason.has(`${reason}.title`);

  async function retry() {
    setState("busy");
    const answer = await retryMessageAction({
      conversationId: message.conversationId,
      messageId: message.id,
    }).catch(() => null);
    setState(answer && !answer.serverError && !answer.validationErrors ? "idle" : "failed");
  }

  return (
    <div className="mt-1 mb-2 flex max-w-[min(78cqi,28rem)] flex-col items-end gap-1 px-1 text-end text-sm">
      <p className="text-danger">
        {t("notDelivered", { reason: isKnown ? tReason(`${reason}.title`) : t("unknown") })}
      </p>
      {isKnown ? <p className="text-text-muted">{tReason(`${reason}.advice`)}</p> : null}
      <div className="flex items-center gap-2">
        {error ? <FailureDetails error={error} /> : null}
        {maySend && error?.isRetryable !== false ? (
          <Button size="sm" isBusy={state === "busy"} onClick={() => void retry()}>
            {t("retry")}
          </Button>
        ) : null}
      </div>
      <p role="alert" className="text-danger empty:hidden">
        {state === "failed" ? t("retryFailed") : null}
      </p>
    </div>
  );
}
