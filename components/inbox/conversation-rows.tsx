"use client";
import { useTranslations } from "next-intl";
import type { Ref } from "react";
import { type KeyboardEvent, useImperativeHandle, useLayoutEffect, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { Virtualizer, type VirtualizerHandle } from "virtua";
import { useHydrated } from "@/components/app-shell/use-hydrated";
import { Button } from "@/components/ui/button";
import type { useConversations } from "@/lib/client/use-conversations";
import { useMembers } from "@/lib/client/use-members";
import type { ConversationTab } from "@/lib/domain/conversation-tab";
import { ConversationRow, rowDomId } from "./conversation-row";
import { RowSkeletons } from "./row-skeletons";

const ROW_PX = 64;
const SERVER_ROWS = 20;
const LOAD_AHEAD_PX = 12 * ROW_PX;

export type RowsHandle = { move: (step: number) => void; focusCurrent: () => void };

type Props = {
  ref: Ref<RowsHandle>;
  list: ReturnType<typeof useConversations>;
  tab: ConversationTab;
  openId: string | null;
};

/** The rows, of which only those in sight are drawn. One is reached by Tab; arrows, Home and End move between them. */
export function ConversationRows({ ref, list, tab, openId }: Props) {
  const t = useTranslations("inbox");
  const { conversations, hasMore, isLoadingMore, moreError, loadMore } = list;
  const members = useMembers();
  const isHydrated = useHydrated();
  const [focusedId, setFocusedId] = useState<string | null>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useRef<VirtualizerHandle>(null);
  const hadFocus = useRef(false);
  const indexOf = (id: string | null) => conversations.findIndex((item) => item.id === id);
  const focusedIndex = indexOf(focusedId);
  const openIndex = indexOf(openId);
  const currentIndex = Math.max(0, focusedIndex >= 0 ? focusedIndex : openIndex);

  function focusIndex(index: number) {
    const target = conversations[index];
    if (!target) return;
    flushSync(() => setFocusedId(target.id));
    virtualizer.current?.scrollToIndex(index, { align: "nearest" });
    document.getElementById(rowDomId(target.id))?.focus({ preventScroll: true });
  }

  function move(step: number) {
    const isNowhere = focusedIndex < 0 && openIndex < 0;
    const next = isNowhere ? 0 : currentIndex + step;
    focusIndex(Math.min(Math.max(next, 0), conversations.length - 1));
  }

  useImperativeHandle(ref, () => ({ move, focusCurrent: () => focusIndex(currentIndex) }));

  // A row that moves up while it has the focus would lose it.
  useLayoutEffect(() => {
    if (!hadFocus.current || document.activeElement !== document.body || !focusedId) return;
    document.getElementById(rowDomId(focusedId))?.focus({ preventScroll: true });
  });

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === "ArrowDown") move(1);
    else if (event.key === "ArrowUp") move(-1);
    else if (event.key === "Home") focusIndex(0);
    else if (event.key === "End") focusIndex(conversations.length - 1);
    else return;
    event.preventDefault();
  }

  function onScroll(offset: number) {
    const view = virtualizer.current;
    if (!view || !hasMore || moreError) return;
    if (view.scrollSize - offset - view.viewportSize < LOAD_AHEAD_PX) void loadMore();
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: keys bubble up from the links inside
    <div
      ref={scroller}
      className="min-h-0 flex-1 scroll-quiet overflow-y-auto overscroll-contain"
      onKeyDown={onKeyDown}
      onFocus={() => {
        hadFocus.current = true;
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null) hadFocus.current = false;
      }}
    >
      <Virtualizer
        // One made for the server draws just those rows until it is scrolled, also in a taller window.
        key={isHydrated ? "live" : "server"}
        ref={virtualizer}
        scrollRef={scroller}
        as="ul"
        item="li"
        itemSize={ROW_PX}
        ssrCount={isHydrated ? undefined : SERVER_ROWS}
        keepMounted={[currentIndex]}
        onScroll={onScroll}
        data={conversations}
      >
        {(conversation, index) => (
          <ConversationRow
            key={conversation.id}
            conversation={conversation}
            tab={tab}
            isOpen={conversation.id === openId}
            isCurrent={index === currentIndex}
            assigneeName={members?.find((member) => member.id === conversation.assigneeId)?.name ?? null}
            onFocus={() => setFocusedId(conversation.id)}
          />
        )}
      </Virtualizer>
      {isLoadingMore ? <RowSkeletons count={3} label={t("loading")} /> : null}
      {moreError ? (
        <div className="flex items-center justify-between gap-3 px-4 py-3 text-sm">
          <span>{t("listFailed")}</span>
          <Button size="sm" onClick={() => void loadMore()}>
            {t("retry")}
          </Button>
        </div>
      ) : null}
    </div>
  );
}
