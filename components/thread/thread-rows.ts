import { dayKey } from "@/components/inbox/say-time";
import type { ThreadMessage } from "@/lib/client/inbox-data";

const GROUP_MS = 2 * 60_000;

export type ThreadRow = {
  message: ThreadMessage;
  /** The first of its day: the separator above shows this moment's day. */
  isFirstOfDay: boolean;
  isFirstUnread: boolean;
  /** A group holds what one author wrote within two minutes. */
  isGroupStart: boolean;
  isGroupEnd: boolean;
};

type Options = { locale: string; timeZone: string; firstUnreadId: string | null };

/** A thread, oldest first, as rows to draw. Pure. */
export function threadRows(oldestFirst: readonly ThreadMessage[], options: Options): ThreadRow[] {
  const rows: ThreadRow[] = [];
  let groupFirst: ThreadMessage | null = null;
  for (const message of oldestFirst) {
    const before = rows.at(-1)?.message;
    const isFirstOfDay = !before || dayKey(before.sentAt, options) !== dayKey(message.sentAt, options);
    const isFirstUnread = message.id === options.firstUnreadId;
    const isGroupStart = isFirstOfDay || isFirstUnread || !groupFirst || !isSameGroup(groupFirst, message);
    if (isGroupStart) groupFirst = message;
    rows.push({ message, isFirstOfDay, isFirstUnread, isGroupStart, isGroupEnd: true });
  }
  return rows.map((row, index) => ({ ...row, isGroupEnd: rows[index + 1]?.isGroupStart ?? true }));
}

/** The oldest of the newest `unreadCount` messages of the customer, in a thread oldest first; null when none is unread. Pure. */
export function firstUnreadOf(oldestFirst: readonly ThreadMessage[], unreadCount: number): string | null {
  if (unreadCount <= 0) return null;
  return oldestFirst.filter((item) => item.direction === "inbound").slice(-unreadCount)[0]?.id ?? null;
}

function isSameGroup(a: ThreadMessage, b: ThreadMessage): boolean {
  if (a.kind === "system" || b.kind === "system") return false;
  const isSameAuthor =
    a.direction === b.direction && a.author.kind === b.author.kind && a.author.id === b.author.id;
  return isSameAuthor && b.sentAt - a.sentAt <= GROUP_MS;
}
