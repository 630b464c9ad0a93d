"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useCan } from "@/components/app-shell/member-context";
import { useReader } from "@/components/app-shell/use-reader";
import { clockTime } from "@/components/inbox/say-time";
import { Button } from "@/components/ui/button";
import { checkAgainAction, retryMessageAction } from "@/lib/actions/messages";
import type { ThreadMessage } from "@/lib/client/inbox-data";

type State = "idle" | "checking" | "asking" | "sending" | "failed";

/** Meta did not answer: the message may have arrived. A person looks again, or takes the risk. */
export function Unconfirmed({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread");
  const maySend = useCan("message.send");
  const reader = useReader();
  const [state, setState] = useState<State>("idle");
  const [checkedAt, setCheckedAt] = useState<number | null>(null);
  const of = { conversationId: message.conversationId, messageId: message.id };

  async function check() {
    setState("checking");
    const answer = await checkAgainAction(of).catch(() => null);
    if (answer?.data) setCheckedAt(Date.now());
    setState(answer?.data ? "idle" : "failed");
  }

  async function sendAnyway() {
    setState("sending");
    const answer = await retryMessageAction({ ...of, isSendAnyway: true }).catch(() => null);
    setState(answer?.data ? "idle" : "failed");
  }

  return (
    <div className="mt-1 mb-2 flex max-w-[min(78cqi,28rem)] flex-col items-end gap-1 px-1 text-end text-sm">
      <p className="text-soon">{t("unconfirmed")}</p>
      <p role="status" className="text-text-muted empty:hidden">
        {checkedAt === null ? null : t("nothingTold", { time: clockTime(checkedAt, reader) })}
      </p>
      {maySend ? buttons() : null}
      <p role="alert" className="text-danger empty:hidden">
        {state === "failed" ? t("failure.retryFailed") : null}
      </p>
    </div>
  );

  function buttons() {
    if (state === "asking" || state === "sending") {
      return (
        <div className="flex flex-wrap items-center justify-end gap-2">
          <span>{t("sendAnywayQuestion")}</span>
          <Button size="sm" variant="ghost" onClick={() => setState("idle")}>
            {t("keepWaiting")}
          </Button>
          <Button size="sm" isBusy={state === "sending"} onClick={() => void sendAnyway()}>
            {t("sendAnyway")}
          </Button>
        </div>
      );
    }
    return (
      <div className="flex gap-2">
        <Button size="sm" variant="ghost" onClick={() => setState("asking")}>
          {t("sendAnyway")}
        </Button>
        <Button size="sm" isBusy={state === "checking"} onClick={() => void check()}>
          {t("checkAgain")}
        </Button>
      </div>
    );
  }
}
