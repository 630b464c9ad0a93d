"use client";
import clsx from "clsx";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { ChannelBadge } from "@/components/inbox/channel-badge";
import { Moment } from "@/components/inbox/moment";
import { secondTime } from "@/components/inbox/say-time";
import type { EventRow as Row } from "@/lib/domain/event-row";
import { paths } from "@/lib/paths";
import { EventState } from "./event-state";
import { useEventWords } from "./use-event-words";

type Props = { row: Row; isSelected: boolean; onSelect: (isSelected: boolean) => void };

/** One event of the list: what is in it, what became of it, when. */
export function EventRow({ row, isSelected, onSelect }: Props) {
  const t = useTranslations("settings.webhookEvents");
  const words = useEventWords();
  const reader = useReader();
  const kinds = row.kinds.map(words.kind).join(", ") || t("noItems");
  const shown = row.moreKinds > 0 ? t("moreKinds", { kinds, count: row.moreKinds }) : kinds;
  const when = secondTime(row.receivedAt, reader);
  return (
    <li
      className={clsx(
        "relative flex items-center gap-3 px-2 hover:bg-surface-sunken",
        isSelected && "bg-accent-soft",
      )}
    >
      <label className="relative z-10 flex size-8 shrink-0 items-center justify-center max-wide:size-11">
        <input
          type="checkbox"
          checked={isSelected}
          onChange={(event) => onSelect(event.target.checked)}
          aria-label={t("select", { when })}
          className="size-4 accent-accent"
        />
      </label>
      <Link
        href={paths.settings.webhookEvent(row.id)}
        prefetch={false}
        data-event-row={row.id}
        aria-label={t("row", { kinds: shown, state: t(`states.${row.state}`), when })}
        className="flex min-h-13 min-w-0 flex-1 items-center gap-3 py-1.5 after:absolute after:inset-0 focus-visible:-outline-offset-2"
      >
        <ChannelBadge channel={row.channel} />
        <span className="min-w-0 flex-1">
          <span className="block truncate">{shown}</span>
          {row.error ? (
            <span className="block truncate text-sm text-text-muted">{words.reason(row.error)}</span>
          ) : null}
        </span>
        <span className="tabular flex shrink-0 items-center gap-3 text-sm text-text-muted max-wide:flex-col-reverse max-wide:items-end max-wide:gap-0.5">
          {row.attempts > 1 ? (
            <span className="max-wide:hidden">{t("tries", { count: row.attempts })}</span>
          ) : null}
          {row.durationMs === undefined ? null : (
            <span className="w-16 text-end max-wide:hidden">{t("duration", { ms: row.durationMs })}</span>
          )}
          <EventState state={row.state} />
          <Moment at={row.receivedAt} as="list" className="w-14 text-end" />
        </span>
      </Link>
    </li>
  );
}
