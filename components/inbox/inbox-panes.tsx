"use client";
import clsx from "clsx";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef } from "react";
import { useShortcuts } from "@/components/app-shell/use-shortcuts";
import { paths } from "@/lib/paths";
import { Announcer } from "./announcer";
import { ConversationList } from "./conversation-list";
import type { RowsHandle } from "./conversation-rows";
import type { ListFallback } from "./list-fallback";
import { showConversation } from "./show-conversation";
import { usePlace } from "./use-place";

type Props = { fallback: ListFallback; children: ReactNode };

/** List and thread side by side; under 900 px one at a time. The list stays as it is while conversations change. */
export function InboxPanes({ fallback, children }: Props) {
  const t = useTranslations("inbox");
  const { tab, openId } = usePlace();
  const rows = useRef<RowsHandle>(null);
  const move = (step: number) => () => rows.current?.move(step);
  useShortcuts({ j: move(1), k: move(-1), Escape: back });

  function back() {
    if (isNarrow() && openId) showConversation(paths.inbox(tab));
    requestAnimationFrame(() => rows.current?.focusCurrent());
  }

  return (
    <div className="flex min-h-0 flex-1">
      <section
        aria-label={t("list")}
        className={clsx(
          "flex min-h-0 w-full flex-col border-border wide:w-[clamp(320px,28vw,420px)] wide:shrink-0 wide:border-e",
          openId && "max-wide:hidden",
        )}
      >
        <ConversationList ref={rows} fallback={fallback} />
      </section>
      <div className={clsx("@container flex min-h-0 min-w-0 flex-1 flex-col", !openId && "max-wide:hidden")}>
        {children}
      </div>
      <Announcer openId={openId} />
    </div>
  );
}

const isNarrow = () => !window.matchMedia("(min-width: 56.25rem)").matches;
