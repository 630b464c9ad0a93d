"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { useCan } from "@/components/app-shell/member-context";
import { writeDraft } from "@/components/composer/draft-store";
import { askForTemplate } from "@/components/templates/template-requests";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { retryMessageAction } from "@/lib/actions/messages";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { useNow } from "@/lib/client/use-now";
import { sendOptionsOf } from "@/lib/domain/send-options";
import { paths } from "@/lib/paths";
import { AskForPhone } from "./ask-for-phone";
import { useThreadContext } from "./thread-context";

/** What can be done about a failed message, as buttons; nothing for who may not send. */
export function FailureActions({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread.failure");
  const maySend = useCan("message.send");
  const mayManage = useCan("channel.manage");
  const retry = useRetry(message);
  const { conversation } = useThreadContext();
  const now = useNow(60_000);
  const { error } = message;
  const action = error?.action ?? (error?.isRetryable === false ? "none" : "retry");
  const { mode } = sendOptionsOf(conversation, now);
  const isOpen = message.kind === "template" || mode === "open" || mode === "human_agent";
  const isWorthIt = error?.isRetryable !== false && action !== "reconnect_channel";
  const canRetry = isOpen && isWorthIt;
  if (!maySend) return null;
  return (
    <>
      {next()}
      {canRetry ? (
        <Button size="sm" isBusy={retry.isBusy} onClick={() => void retry.start()}>
          {t("retry")}
        </Button>
      ) : null}
      <p role="alert" className="w-full text-danger empty:hidden">
        {retry.problem}
      </p>
    </>
  );

  function next(): ReactNode {
    if (action === "edit_and_resend" && message.kind === "text" && message.text)
      return <Edit message={message} />;
    if (action === "send_template" && conversation.channel === "whatsapp") {
      return <AnotherTemplate message={message} />;
    }
    if (action === "ask_for_phone") return <AskForPhone message={message} />;
    if (action === "reconnect_channel" && mayManage) {
      return (
        <Link href={paths.settings.channels()} className={buttonClass("secondary", "sm")}>
          {t("reconnect")}
        </Link>
      );
    }
    return null;
  }
}

/** Opens the template picker of the composer below, with the words that did not arrive. */
function AnotherTemplate({ message }: { message: ThreadMessage }) {
  const t = useTranslations("templates");
  const words = message.kind === "text" ? message.text : null;
  return (
    <Button size="sm" onClick={() => askForTemplate(message.conversationId, words)}>
      {t("open")}
    </Button>
  );
}

/** Puts the words back into the composer. */
function Edit({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread.failure");
  return (
    <Button size="sm" onClick={() => writeDraft(message.conversationId, message.text ?? "")}>
      {t("edit")}
    </Button>
  );
}

function useRetry(message: ThreadMessage) {
  const t = useTranslations("thread.failure");
  const tError = useTranslations("errors");
  const [isBusy, setIsBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function start(): Promise<void> {
    setIsBusy(true);
    const { conversationId, id: messageId } = message;
    const answer = await retryMessageAction({ conversationId, messageId }).catch(() => null);
    setIsBusy(false);
    if (answer && !answer.serverError && !answer.validationErrors) return setProblem(null);
    const code = answer?.serverError?.code;
    setProblem(code && tError.has(code) ? tError(code) : t("retryFailed"));
  }

  return { isBusy, problem, start };
}
