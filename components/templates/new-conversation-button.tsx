"use client";
import SquarePen from "lucide-react/icons/square-pen";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { useCan } from "@/components/app-shell/member-context";
import { useShortcuts } from "@/components/app-shell/use-shortcuts";
import { IconButton } from "@/components/ui/icon-button";

const load = () => import("./new-conversation-dialog");
const NewConversationDialog = lazy(async () => ({ default: (await load()).NewConversationDialog }));

/** Writing first: to somebody who may never have written. Nothing for who may not send. */
export function NewConversationButton() {
  const t = useTranslations("templates.newConversation");
  const maySend = useCan("message.send");
  const [isWanted, setIsWanted] = useState(false);
  const [isOpen, setIsOpen] = useState(false);
  const preload = () => void load().catch(() => undefined);
  useShortcuts(maySend ? { n: open } : {});
  if (!maySend) return null;

  function open() {
    setIsWanted(true);
    setIsOpen(true);
  }

  return (
    <>
      <IconButton
        label={t("open")}
        shortcut="n"
        icon={<SquarePen size={16} aria-hidden />}
        onClick={open}
        onPointerEnter={preload}
        onFocus={preload}
      />
      {isWanted ? (
        <Suspense>
          <NewConversationDialog isOpen={isOpen} onOpenChange={setIsOpen} />
        </Suspense>
      ) : null}
    </>
  );
}
