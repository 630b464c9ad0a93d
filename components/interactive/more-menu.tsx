"use client";
import Contact from "lucide-react/icons/contact";
import Heart from "lucide-react/icons/heart";
import Link from "lucide-react/icons/link";
import List from "lucide-react/icons/list";
import MapPin from "lucide-react/icons/map-pin";
import Phone from "lucide-react/icons/phone";
import Rows from "lucide-react/icons/rows-3";
import Save from "lucide-react/icons/save";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { MenuItem, MenuPopup, MenuSeparator } from "@/components/ui/menu";
import type { MenuPopupProps } from "@/components/ui/menu-button";
import type { VersionedConversation } from "@/lib/domain/live-event";
import { emptyInteractive } from "./empty-interactive";
import { SendDialog } from "./send-dialog";
import type { Draft } from "./send-draft";
import { useSendContent } from "./use-send-content";

type Props = MenuPopupProps & {
  conversation: VersionedConversation;
  replyToMessageId: string | null;
  onSent: () => void;
};
type Choice = { key: string; icon: ReactNode; draft: Draft };

const interactive = (key: string, icon: ReactNode, type: Parameters<typeof emptyInteractive>[0]): Choice => ({
  key,
  icon,
  draft: { kind: "interactive", interactive: emptyInteractive(type) },
});

const choices: Record<VersionedConversation["channel"], Choice[]> = {
  whatsapp: [
    interactive("buttons", <Rows size={16} aria-hidden />, "buttons"),
    interactive("list", <List size={16} aria-hidden />, "list"),
    interactive("link", <Link size={16} aria-hidden />, "link"),
    interactive("locationRequest", <MapPin size={16} aria-hidden />, "location_request"),
    interactive("contactRequest", <Phone size={16} aria-hidden />, "contact_request"),
    { key: "location", icon: <MapPin size={16} aria-hidden />, draft: { kind: "location" } },
    { key: "contact", icon: <Contact size={16} aria-hidden />, draft: { kind: "contacts" } },
  ],
  instagram: [
    interactive("quickReplies", <Rows size={16} aria-hidden />, "quick_replies"),
    interactive("buttonTemplate", <Link size={16} aria-hidden />, "button_template"),
    interactive("cards", <List size={16} aria-hidden />, "cards"),
  ],
};

/** What can be sent beside text and files, by channel, and the dialog that builds it. */
export function MoreMenu({ conversation, replyToMessageId, onSent, ...popup }: Props) {
  const t = useTranslations("sendMore.menu");
  const [draft, setDraft] = useState<Draft | null>(null);
  const { send } = useSendContent(conversation, replyToMessageId);
  return (
    <>
      <MenuPopup {...popup} side="top">
        {choices[conversation.channel].map(({ key, icon, draft: empty }) => (
          <MenuItem key={key} icon={icon} onSelect={() => setDraft(empty)}>
            {t(key)}
          </MenuItem>
        ))}
        {conversation.channel === "instagram" ? (
          <MenuItem icon={<Heart size={16} aria-hidden />} onSelect={() => void heart()}>
            {t("heart")}
          </MenuItem>
        ) : null}
        <MenuSeparator />
        <MenuItem icon={<Save size={16} aria-hidden />} onSelect={() => setDraft({ kind: "saved" })}>
          {t("saved")}
        </MenuItem>
      </MenuPopup>
      {draft ? (
        <SendDialog
          conversation={conversation}
          replyToMessageId={replyToMessageId}
          draft={draft}
          onDraft={setDraft}
          onSent={onSent}
        />
      ) : null}
    </>
  );

  async function heart() {
    if ((await send({ kind: "heart" })) === null) onSent();
  }
}
