"use client";
import { useReader } from "@/components/app-shell/use-reader";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import { MessageRow } from "./message-row";
import { threadRows } from "./thread-rows";
import type { UnreadLine } from "./use-unread-line";

const SHOWN = 24;

type Props = { messages: ThreadMessage[]; unreadLine: UnreadLine };

/** The newest messages as the server draws them, at the bottom without any script; the live list takes over. */
export function StaticMessages({ messages, unreadLine }: Props) {
  const reader = useReader();
  const rows = threadRows(messages, { ...reader, firstUnreadId: unreadLine?.firstId ?? null }).slice(-SHOWN);
  return (
    <div className="flex min-h-0 flex-1 flex-col-reverse overflow-hidden">
      <div className="w-full pb-3">
        {rows.map((row) => (
          <MessageRow key={row.message.id} row={row} unreadCount={unreadLine?.count ?? 0} />
        ))}
      </div>
    </div>
  );
}
