"use client";
import { useTranslations } from "next-intl";
import { ulid } from "ulid";
import { contactName } from "@/components/inbox/contact-name";
import { Dialog } from "@/components/ui/dialog";
import { sendContentAction } from "@/lib/actions/messages";
import type { VersionedConversation } from "@/lib/domain/live-event";
import type { Template } from "@/lib/domain/template";
import { type Outcome, outcomeOf } from "./outcome";
import { TemplatePicker } from "./template-picker";

type Props = {
  conversation: VersionedConversation;
  draft: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  onSent: (usedDraft: boolean) => void;
};

/** Pick a template, fill it in, see it as the customer will, send it. */
export function TemplateDialog({ conversation, draft, isOpen, onOpenChange, onSent }: Props) {
  const t = useTranslations("templates");
  const name = contactName(conversation);

  async function send(
    { name, language }: Template,
    components: Record<string, unknown>[],
    usedDraft: boolean,
    messageId: string,
  ): Promise<Outcome> {
    const content = { kind: "template" as const, name, language, components };
    const answer = await sendContentAction({ conversationId: conversation.id, messageId, content }).catch(
      () => null,
    );
    const outcome = outcomeOf(answer);
    if (outcome !== "sent") return outcome;
    onOpenChange(false);
    onSent(usedDraft);
    return outcome;
  }

  return (
    <Dialog
      isOpen={isOpen}
      onOpenChange={onOpenChange}
      title={name ? t("titleFor", { name }) : t("title")}
      isWide
    >
      <TemplatePicker
        place={conversation.id}
        channelId={conversation.channelId}
        recipient={{ name: conversation.contactName, hasPhone: conversation.contactPhone !== null }}
        uploadsTo={{ conversationId: conversation.id }}
        draft={draft}
        newMessageId={ulid}
        onSend={send}
      />
    </Dialog>
  );
}
