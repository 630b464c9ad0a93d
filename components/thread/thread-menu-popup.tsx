"use client";
import History from "lucide-react/icons/history";
import { useTranslations } from "next-intl";
import { MenuLink, MenuPopup } from "@/components/ui/menu";
import type { MenuPopupProps } from "@/components/ui/menu-button";
import { paths } from "@/lib/paths";

/** The menu of a conversation; fetched when it is opened. */
export function ThreadMenuPopup({ conversationId, ...popup }: MenuPopupProps & { conversationId: string }) {
  const t = useTranslations("thread");
  return (
    <MenuPopup align="end" {...popup}>
      <MenuLink
        icon={<History size={16} aria-hidden />}
        link={<a href={paths.api.history(conversationId)} />}
      >
        {t("history")}
      </MenuLink>
    </MenuPopup>
  );
}
