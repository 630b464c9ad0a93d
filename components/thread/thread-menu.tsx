"use client";
import Ellipsis from "lucide-react/icons/ellipsis";
import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { useCan } from "@/components/app-shell/member-context";
import { Button } from "@/components/ui/button";
import { MenuButton } from "@/components/ui/menu-button";

const load = () => import("./thread-menu-popup");
const ThreadMenuPopup = lazy(async () => ({ default: (await load()).ThreadMenuPopup }));

/** What is done with a conversation now and then; nothing for those who may do none of it. */
export function ThreadMenu({ conversationId, contactId }: { conversationId: string; contactId: string }) {
  const t = useTranslations("thread");
  const mayReadHistory = useCan("audit.read");
  const mayManagePrivacy = useCan("privacy.manage");
  if (!mayReadHistory && !mayManagePrivacy) return null;
  return (
    <MenuButton
      load={load}
      trigger={
        <Button variant="ghost" aria-label={t("moreActions")} className="px-2 max-wide:min-w-11">
          <Ellipsis size={16} aria-hidden />
        </Button>
      }
    >
      {(popup) => (
        <Suspense>
          <ThreadMenuPopup
            {...popup}
            conversationId={mayReadHistory ? conversationId : null}
            contactId={mayManagePrivacy ? contactId : null}
          />
        </Suspense>
      )}
    </MenuButton>
  );
}
