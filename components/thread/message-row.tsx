"use client";
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
  return (
    <div className="mx-auto w-full max-w-190 px-5 max-wide:px-3">
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
