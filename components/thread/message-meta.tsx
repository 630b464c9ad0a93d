"use client";
import clsx from "clsx";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { clockTime, fullTime } from "@/components/inbox/say-time";
import { Ticks } from "@/components/inbox/ticks";
import { Tooltip } from "@/components/ui/tooltip";
import type { ThreadMessage } from "@/lib/client/inbox-data";
import type { MessageStatus } from "@/lib/domain/delivery";
import { EditedMark } from "./edited-mark";
import { Timeline } from "./timeline";

type Props = { message: ThreadMessage; className?: string };

/** Time, and for ours how far it got; the whole way with times on hover and on focus. */
export function MessageMeta({ message, className }: Props) {
  const t = useTranslations("inbox.status");
  const reader = useReader();
  const time = clockTime(message.sentAt, reader);
  const edited = message.editedAt === null ? null : <EditedMark message={message} />;
  const line = clsx(
    "tabular flex items-center gap-1 px-1 text-xs whitespace-nowrap text-text-muted",
    className,
  );
  if (message.direction === "inbound") {
    return (
      <div className={line}>
        {edited}
        <time dateTime={new Date(message.sentAt).toISOString()} title={fullTime(message.sentAt, reader)}>
          {time}
        </time>
      </div>
    );
  }
  const status = shownStatus(message);
  return (
    <div className={line}>
      {edited}
      <Tooltip side="top" content={<Timeline message={message} />}>
        <button
          type="button"
          aria-label={`${t(status)}, ${time}`}
          className="flex cursor-default items-center gap-1 rounded"
        >
          <span>{time}</span>
          <Ticks status={status} />
        </button>
      </Tooltip>
    </div>
  );
}

/** A message that only this browser has is on its way until the server refuses it. */
function shownStatus({ local, status }: ThreadMessage): MessageStatus {
  return local?.state === "failed" ? "failed" : status;
}
