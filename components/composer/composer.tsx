"use client";
import { useTranslations } from "next-intl";
import { useCan } from "@/components/app-shell/member-context";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { ComposerBox } from "./composer-box";
import { FreeEntryLine } from "./free-entry-line";
import { HumanAgentLine } from "./human-agent-line";
import { useSendOptions } from "./use-send-options";
import { WindowClosed } from "./window-closed";

type Props = {
  conversation: VersionedConversation;
  name: string;
  replyTo: ThreadMessage | null;
  onReplyDone: () => void;
};

/** Where an answer is written, or why none can be. */
export function Composer({ conversation, name, replyTo, onReplyDone }: Props) {
  const t = useTranslations("composer");
  const maySend = useCan("message.send");
  const { mode, until } = useSendOptions(conversation);
  return (
    <footer className="shrink-0 border-t border-border bg-surface pb-[env(safe-area-inset-bottom)]">
      <div className="mx-auto w-full max-w-190 px-5 py-3 max-wide:px-3 max-wide:py-2">{content()}</div>
    </footer>
  );

  function content() {
    if (!maySend) return <p className="py-2 text-sm text-text-muted">{t("viewer")}</p>;
    return (
      <>
        <FreeEntryLine endsAt={conversation.freeEntryEndsAt} />
        {composer()}
      </>
    );
  }

  function composer() {
    if (mode === "templates" || mode === "nothing")
      return <WindowClosed conversation={conversation} name={name} />;
    return (
      <>
        {mode === "human_agent" && until !== null ? <HumanAgentLine until={until} /> : null}
        <ComposerBox conversation={conversation} name={name} replyTo={replyTo} onReplyDone={onReplyDone} />
      </>
    );
  }
}
