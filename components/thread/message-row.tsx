"use client";
import { useEffect, useRef } from "react";
import { Bubble } from "./bubble";
import { DaySeparator } from "./day-separator";
import { SystemLine } from "./system-line";
import type { ThreadRow } from "./thread-rows";
import { UnreadSeparator } from "./unread-separator";

const MEASURED_MS = 100;

type Props = {
  row: ThreadRow;
  unreadCount: number;
  isFlashed?: boolean;
  /** Goes to a message, loading older ones until it is there. */
  onJump?: (messageId: string) => void;
};

/** A message with what stands above it: its day, the unread line. */
export function MessageRow({ row, unreadCount, isFlashed = false, onJump }: Props) {
  const { message, isFirstOfDay, isFirstUnread } = row;
  const place = useRef<HTMLDivElement>(null);
  // A jump takes the reader along: the quote they pressed may be out of the page. A row that was just made is not
  // visible, and so not to be focused, until it is measured.
  useEffect(() => {
    if (!isFlashed) return;
    const timer = setTimeout(() => place.current?.focus({ preventScroll: true }), MEASURED_MS);
    return () => clearTimeout(timer);
  }, [isFlashed]);
  return (
    <div ref={place} tabIndex={-1} className="mx-auto w-full max-w-190 px-5 outline-none max-wide:px-3">
      {isFirstOfDay ? <DaySeparator at={message.sentAt} /> : null}
      {isFirstUnread ? <UnreadSeparator count={unreadCount} /> : null}
      {message.kind === "system" ? (
        <SystemLine message={message} />
      ) : (
        <Bubble row={row} isFlashed={isFlashed} onJump={onJump} />
      )}
    </div>
  );
}
