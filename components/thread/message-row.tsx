"use client";
import { useEffect, useRef } from "react";
import { Bubble } from "./bubble";
import { DaySeparator } from "./day-separator";
import { SystemLine } from "./system-line";
import type { ThreadRow } from "./thread-rows";
import { UnreadSeparator } from "./unread-separator";

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
  // A jump takes the reader along: the quote they pressed may be out of sight, and out of the page.
  useEffect(() => {
    if (isFlashed) place.current?.focus({ preventScroll: true });
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
