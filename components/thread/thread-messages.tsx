"use client";
import { useTranslations } from "next-intl";
import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { Virtualizer, type VirtualizerHandle } from "virtua";
import { useReader } from "@/components/app-shell/use-reader";
import type { useThread } from "@/lib/client/use-thread";
import { JumpButton } from "./jump-button";
import { MessageRow } from "./message-row";
import { OlderMessages } from "./older-messages";
import { SeekNote } from "./seek-note";
import { threadRows } from "./thread-rows";
import { useSeek } from "./use-seek";
import type { UnreadLine } from "./use-unread-line";

const TOP_PX = 44;
const LOAD_AHEAD_PX = 600;
const BOTTOM_PX = 60;
const FLASH_MS = 2_000;

type Props = { thread: ReturnType<typeof useThread>; unreadLine: UnreadLine };

/**
 * The messages, of which only those in sight are drawn. It stays at the bottom while one is there, and otherwise
 * where the reader is: older pages, late media and new messages move nothing.
 */
export function ThreadMessages({ thread, unreadLine }: Props) {
  const t = useTranslations("thread");
  const reader = useReader();
  const { messages, hasOlder, isLoadingOlder, olderError, loadOlder } = thread;
  const firstUnreadId = unreadLine?.firstId ?? null;
  const rows = useMemo(
    () => threadRows(messages, { ...reader, firstUnreadId }),
    [messages, reader, firstUnreadId],
  );
  const list = useRef<VirtualizerHandle>(null);
  const scroller = useRef<HTMLDivElement>(null);
  const isStuck = useRef(true);
  const lastOffset = useRef(0);
  const [isAtBottom, setIsAtBottom] = useState(true);
  const [seenId, setSeenId] = useState(messages.at(-1)?.id ?? null);
  const [flashId, setFlashId] = useState<string | null>(null);
  const isPrepend = usePrepended(messages[0]?.id, messages.at(-1)?.id);

  const toBottom = useCallback(() => {
    const view = list.current;
    if (view && rows.length > 0) view.scrollToIndex(rows.length - 1, { align: "end" });
  }, [rows.length]);

  const newest = messages.at(-1);
  const newestId = newest?.id ?? null;
  const isOurNewest = newest?.version === 0;
  if (isAtBottom && seenId !== newestId) setSeenId(newestId);

  // biome-ignore lint/correctness/useExhaustiveDependencies: it follows the newest message
  useLayoutEffect(() => {
    if (isOurNewest) isStuck.current = true;
    if (isStuck.current) toBottom();
  }, [newestId]);

  function onScroll(offset: number) {
    const view = list.current;
    if (!view) return;
    const isLow = view.scrollSize - offset - view.viewportSize < BOTTOM_PX;
    // Only moving up leaves the bottom: rows that arrive in a burst push it away before the list has followed.
    if (isLow) isStuck.current = true;
    else if (offset < lastOffset.current) isStuck.current = false;
    lastOffset.current = offset;
    setIsAtBottom(isStuck.current);
    if (isStuck.current && !isLow) toBottom();
    if (offset < LOAD_AHEAD_PX && hasOlder && !olderError) void loadOlder();
  }

  const { state: seekState, seek } = useSeek(thread, (messageId) => {
    isStuck.current = false;
    const index = rows.findIndex((row) => row.message.id === messageId);
    list.current?.scrollToIndex(index, { align: "center" });
    setFlashId(messageId);
  });
  useEffect(() => {
    if (flashId === null) return;
    const timer = setTimeout(() => setFlashId(null), FLASH_MS);
    return () => clearTimeout(timer);
  }, [flashId]);

  const newCount = isAtBottom ? 0 : countAfter(messages, seenId);
  return (
    <div className="relative flex min-h-0 flex-1 flex-col">
      <div
        ref={scroller}
        role="log"
        aria-live="off"
        aria-label={t("messages")}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        tabIndex={0}
        className="flex min-h-0 flex-1 scroll-quiet flex-col overflow-y-auto overscroll-contain [overflow-anchor:none] focus-visible:-outline-offset-2"
      >
        <div className="min-h-0 flex-1" />
        <OlderMessages
          heightPx={TOP_PX}
          hasOlder={hasOlder}
          isLoading={isLoadingOlder}
          hasFailed={olderError !== null}
          onLoad={() => void loadOlder()}
        />
        <Virtualizer
          ref={list}
          scrollRef={scroller}
          startMargin={TOP_PX}
          shift={isPrepend}
          bufferSize={600}
          onScroll={onScroll}
          onResize={() => {
            if (isStuck.current) toBottom();
          }}
          data={rows}
        >
          {(row) => (
            <MessageRow
              key={row.message.id}
              row={row}
              unreadCount={unreadLine?.count ?? 0}
              isFlashed={row.message.id === flashId}
              onJump={seek}
            />
          )}
        </Virtualizer>
        <div className="h-3 shrink-0" />
      </div>
      <SeekNote state={seekState} />
      {isAtBottom ? null : <JumpButton count={newCount} onJump={toBottom} />}
    </div>
  );
}

/** True for the one render in which rows came before the first and none after the last. */
function usePrepended(firstId: string | undefined, lastId: string | undefined): boolean {
  const before = useRef({ firstId, lastId });
  const isPrepend = before.current.firstId !== firstId && before.current.lastId === lastId;
  useLayoutEffect(() => {
    before.current = { firstId, lastId };
  });
  return isPrepend;
}

function countAfter(messages: readonly { id: string; direction: string }[], seenId: string | null): number {
  const from = messages.findIndex((message) => message.id === seenId);
  if (from < 0) return 0;
  return messages.slice(from + 1).filter((message) => message.direction === "inbound").length;
}
