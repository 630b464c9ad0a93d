"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ulid } from "ulid";
import { Button } from "@/components/ui/button";
import { sendContentAction } from "@/lib/actions/messages";
import type { ThreadMessage } from "@/lib/client/inbox-data";

/** Sends WhatsApp's own question for the phone number, where a message needs one. */
export function AskForPhone({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread.failure");
  const [state, setState] = useState<"idle" | "busy" | "asked" | "failed">("idle");

  async function ask() {
    setState("busy");
    const interactive = { type: "contact_request", body: t("phoneQuestion") } as const;
    const answer = await sendContentAction({
      conversationId: message.conversationId,
      messageId: ulid(),
      content: { kind: "interactive", interactive },
    }).catch(() => null);
    setState(answer && !answer.serverError && !answer.validationErrors ? "asked" : "failed");
  }

  if (state === "asked") return <p className="text-text-muted">{t("asked")}</p>;
  return (
    <>
      <Button size="sm" isBusy={state === "busy"} onClick={() => void ask()}>
        {t("askForPhone")}
      </Button>
      {state === "failed" ? <p className="text-danger">{t("askFailed")}</p> : null}
    </>
  );
}
