"use client";
import History from "lucide-react/icons/history";
import ShieldUser from "lucide-react/icons/shield-user";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { MenuLink, MenuPopup } from "@/components/ui/menu";
import type { MenuPopupProps } from "@/components/ui/menu-button";
import { paths } from "@/lib/paths";

/** Null: not for this member. */
type Props = MenuPopupProps & { conversationId: string | null; contactId: string | null };

/** The menu of a conversation; fetched when it is opened. */
export function ThreadMenuPopup({ conversationId, contactId, ...popup }: Props) {
  const t = useTranslations("thread");
  return (
    <MenuPopup align="end" {...popup}>
      {conversationId ? (
        <MenuLink
          icon={<History size={16} aria-hidden />}
          link={<a href={paths.api.history(conversationId)} />}
        >
          {t("history")}
        </MenuLink>
      ) : null}
      {contactId ? (
        <MenuLink
          icon={<ShieldUser size={16} aria-hidden />}
          link={<Link href={paths.settings.person(contactId)} prefetch={false} />}
        >
          {t("customerData")}
        </MenuLink>
      ) : null}
    </MenuPopup>
  );
}
