"use client";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { ulid } from "ulid";
import { showConversation } from "@/components/inbox/show-conversation";
import { usePlace } from "@/components/inbox/use-place";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { startConversationAction } from "@/lib/actions/templates";
import { useChannels } from "@/lib/client/use-channels";
import type { RecipientAddress } from "@/lib/domain/recipient-address";
import { paths } from "@/lib/paths";
import { outcomeOf } from "./outcome";
import { RecipientForm } from "./recipient-form";
import { TemplatePicker } from "./template-picker";

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };
type Chosen = { channelId: string; address: RecipientAddress };

/** From whom, to whom, which template; then the new thread. */
export function NewConversationDialog({ isOpen, onOpenChange }: Props) {
  const t = useTranslations("templates.newConversation");
  const { tab } = usePlace();
  const channels = useChannels()?.filter(({ type, isConnected }) => type === "whatsapp" && isConnected);
  const [chosen, setChosen] = useState<Chosen | null>(null);

  function close(next: boolean) {
    onOpenChange(next);
    if (!next) setChosen(null);
  }

  return (
    <Dialog isOpen={isOpen} onOpenChange={close} title={t("title")} isWide={chosen !== null}>
      {content()}
    </Dialog>
  );

  function content() {
    if (!channels || channels.length === 0) return <p className="text-text-muted">{t("noChannel")}</p>;
    if (!chosen) return <RecipientForm channels={channels} onChosen={setChosen} />;
    const { channelId, address } = chosen;
    return (
      <div className="flex flex-col gap-2">
        <p className="flex items-center gap-2 text-text-muted">
          <bdi>{t("goesTo", { to: address.kind === "phone" ? `+${address.phone}` : address.bsuid })}</bdi>
          <Button variant="ghost" size="sm" onClick={() => setChosen(null)}>
            {t("change")}
          </Button>
        </p>
        <TemplatePicker
          place={`${channelId} ${address.kind === "phone" ? address.phone : address.bsuid}`}
          channelId={channelId}
          recipient={{ name: null, hasPhone: address.kind === "phone" }}
          uploadsTo={{ channelId }}
          draft=""
          newMessageId={ulid}
          onSend={async ({ name, language }, components, _usedDraft, messageId) => {
            const to = address.kind === "phone" ? { phone: address.phone } : { bsuid: address.bsuid };
            const template = { name, language, components };
            const answer = await startConversationAction({ channelId, to, messageId, template }).catch(
              () => null,
            );
            const outcome = outcomeOf(answer);
            if (outcome === "sent" && answer?.data) {
              close(false);
              showConversation(paths.conversation(answer.data.conversationId, tab));
            }
            return outcome;
          }}
        />
      </div>
    );
  }
}
