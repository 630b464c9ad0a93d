"use client";
import SmilePlus from "lucide-react/icons/smile-plus";
import { useTranslations } from "next-intl";
import { lazy, Suspense } from "react";
import { iconButtonClass } from "@/components/ui/icon-button";
import { MenuButton } from "@/components/ui/menu-button";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { useReact } from "./use-react";

const load = () => import("./reaction-popup");
const ReactionPopup = lazy(async () => ({ default: (await load()).ReactionPopup }));

/** Puts our emoji on a message, changes it, takes it back. */
export function ReactionButton({ message }: { message: ThreadMessage }) {
  const t = useTranslations("thread.react");
  const { react, problem } = useReact(message);
  const own = message.reactions.find(({ from }) => from === "business")?.emoji ?? null;
  return (
    <>
      <MenuButton
        load={load}
        trigger={
          <button type="button" aria-label={t("add")} title={t("add")} className={iconButtonClass}>
            <SmilePlus size={16} aria-hidden />
          </button>
        }
      >
        {(popup) => (
          <Suspense>
            <ReactionPopup {...popup} own={own} onChoose={(emoji) => void react(emoji)} />
          </Suspense>
        )}
      </MenuButton>
      <span role="alert" className="text-xs text-danger empty:hidden">
        {problem}
      </span>
    </>
  );
}
