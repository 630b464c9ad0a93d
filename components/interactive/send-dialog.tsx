"use client";
import { useTranslations } from "next-intl";
import { Dialog } from "@/components/ui/dialog";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { ContactForm } from "./contact-form";
import { InteractiveBuilder } from "./interactive-builder";
import { LocationForm } from "./location-form";
import { SavedList } from "./saved-list";
import type { Draft } from "./send-draft";
import { useSendContent } from "./use-send-content";

type Props = {
  conversation: VersionedConversation;
  replyToMessageId: string | null;
  draft: Draft;
  onDraft: (draft: Draft | null) => void;
  onSent: () => void;
};

/** Where a message that is neither text nor a file is built and sent. */
export function SendDialog({ conversation, replyToMessageId, draft, onDraft, onSent }: Props) {
  const t = useTranslations("sendMore.title");
  const { send, isBusy } = useSendContent(conversation, replyToMessageId);
  const kind = draft.kind === "interactive" ? draft.interactive.type : draft.kind;
  const close = () => onDraft(null);
  const sendAndClose: typeof send = async (content) => {
    const problem = await send(content);
    if (problem === null) {
      onSent();
      close();
    }
    return problem;
  };
  return (
    <Dialog
      isOpen
      title={t(kind)}
      isWide={draft.kind === "interactive"}
      onOpenChange={(isOpen) => !isOpen && close()}
    >
      {content()}
    </Dialog>
  );

  function content() {
    if (draft.kind === "location") return <LocationForm send={sendAndClose} isBusy={isBusy} />;
    if (draft.kind === "contacts") return <ContactForm send={sendAndClose} isBusy={isBusy} />;
    if (draft.kind === "saved") {
      return (
        <SavedList
          channel={conversation.channel}
          onUse={(interactive) => onDraft({ kind: "interactive", interactive })}
        />
      );
    }
    return (
      <InteractiveBuilder
        channel={conversation.channel}
        value={draft.interactive}
        onChange={(interactive) => onDraft({ kind: "interactive", interactive })}
        send={sendAndClose}
        isBusy={isBusy}
      />
    );
  }
}
