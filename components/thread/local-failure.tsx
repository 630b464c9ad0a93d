"use client";
import { useTranslations } from "next-intl";
import { writeDraft } from "@/components/composer/draft-store";
import { Button } from "@/components/ui/button";
import type { LocalState, ThreadMessage } from "@/lib/client/inbox-data";
import { useSend } from "@/lib/client/use-send";
import { useThreadContext } from "./thread-context";

type Props = { message: ThreadMessage; local: LocalState };

/** A message that the server does not have: waiting for the network, or refused. */
export function LocalFailure({ message, local }: Props) {
  const t = useTranslations("thread.failure");
  const tError = useTranslations("errors");
  const { conversation } = useThreadContext();
  const { resend, discard } = useSend(conversation);
  if (local.state === "sending") return null;
  if (local.state === "offline") return <p className="px-1 text-xs text-text-muted">{t("waiting")}</p>;

  const code = local.failure?.code ?? "internal";

  function edit() {
    const text = discard(message.id);
    if (text !== null) writeDraft(message.conversationId, text);
  }

  return (
    <div className="mt-1 flex flex-col items-end gap-1 px-1 text-end text-sm">
      <p className="text-danger">
        {t("notSent", { reason: tError.has(code) ? tError(code) : t("unknown") })}
      </p>
      <div className="flex gap-2">
        <Button size="sm" variant="ghost" onClick={edit}>
          {t("discard")}
        </Button>
        <Button size="sm" onClick={() => resend(message.id)}>
          {t("resend")}
        </Button>
      </div>
    </div>
  );
}
