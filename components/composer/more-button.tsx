"use client";
import Plus from "lucide-react/icons/plus";
import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { iconButtonClass } from "@/components/ui/icon-button";
import { MenuButton } from "@/components/ui/menu-button";
import type { VersionedConversation } from "@/lib/domain/live-event";

const load = () => import("@/components/interactive/more-menu");
const MoreMenu = lazy(async () => ({ default: (await load()).MoreMenu }));

type Props = { conversation: VersionedConversation; replyToMessageId: string | null; onSent: () => void };

/** Everything that is neither text nor a file: buttons, lists, a location, a contact card. Fetched when wanted. */
export function MoreButton({ conversation, replyToMessageId, onSent }: Props) {
  const t = useTranslations("composer");
  return (
    <MenuButton
      load={load}
      trigger={
        <button type="button" aria-label={t("more")} title={t("more")} className={iconButtonClass}>
          <Plus size={16} aria-hidden />
        </button>
      }
    >
      {(popup) => (
        <Suspense>
          <MoreMenu
            {...popup}
            conversation={conversation}
            replyToMessageId={replyToMessageId}
            onSent={onSent}
          />
        </Suspense>
      )}
    </MenuButton>
  );
}
