"use client";
import { useTranslations } from "next-intl";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { FailureActions } from "./failure-actions";
import { FailureDetails } from "./failure-details";
import { LocalFailure } from "./local-failure";
import { Unconfirmed } from "./unconfirmed";

/** Why a message did not arrive, who has to act and what helps, as a sentence with a button. Nothing when all is well. */
export function FailureNote({ message }: { message: ThreadMessage }) {
  if (message.local) return <LocalFailure message={message} local={message.local} />;
  if (message.status === "unconfirmed") return <Unconfirmed message={message} />;
  if (message.status !== "failed") return null;
  return <ServerFailure message={message} />;
}

function ServerFailure({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread.failure");
  const tReason = useTranslations("failures");
  const { error } = message;
  const reason = error?.reason ?? "unknown";
  const isKnown = tReason.has(`${reason}.title`);
  const isForOthers = error?.who === "admin" || error?.who === "developer";
  return (
    <div className="mt-1 mb-2 flex max-w-[min(78cqi,28rem)] flex-col items-end gap-1 px-1 text-end text-sm">
      <p className="text-danger">
        {t("notDelivered", { reason: isKnown ? tReason(`${reason}.title`) : t("unknown") })}
      </p>
      {isKnown ? <p className="text-text-muted">{tReason(`${reason}.advice`)}</p> : null}
      {isForOthers ? <p className="text-text-muted">{t(`who.${error.who}`)}</p> : null}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {error ? <FailureDetails error={error} /> : null}
        <FailureActions message={message} />
      </div>
    </div>
  );
}
