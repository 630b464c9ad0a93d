"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { MessageBody } from "./body/message-body";

/** A message that was taken back: kept for the record, behind a press. */
export function RemovedBody({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread");
  const [isShown, setIsShown] = useState(false);
  const hasContent = message.content.kind !== "text" || message.text !== null;
  return (
    <>
      <p className="text-text-muted italic">
        {t("removed", { who: message.direction === "outbound" ? "us" : "contact" })}
      </p>
      {hasContent ? (
        <button
          type="button"
          aria-expanded={isShown}
          onClick={() => setIsShown(!isShown)}
          className="rounded text-sm text-accent underline underline-offset-2 max-wide:min-h-11"
        >
          {t(isShown ? "hideRemoved" : "showRemoved")}
        </button>
      ) : null}
      {isShown ? (
        <div className="mt-1.5 border-s-2 border-border-strong ps-2">
          <MessageBody message={message} />
        </div>
      ) : null}
    </>
  );
}
