"use client";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { secondTime } from "@/components/inbox/say-time";
import { Button } from "@/components/ui/button";
import { paths } from "@/lib/paths";
import { PAGE_ROWS } from "./page-rows";
import type { useEventRows } from "./use-event-rows";

type Props = { list: ReturnType<typeof useEventRows>; isFiltered: boolean };

/** Below the rows: more of them, how far back was looked, or that there are none. */
export function ListEnd({ list, isFiltered }: Props) {
  const t = useTranslations("settings.webhookEvents");
  const reader = useReader();
  const { rows, nextCursor, lookedTo } = list.page;
  // A page that is not full although there is more: it stopped looking, it did not come to an end.
  const hasStopped = nextCursor !== null && lookedTo !== null && rows.length % PAGE_ROWS !== 0;
  return (
    <div className="flex flex-col items-center gap-2 py-4 text-sm text-text-muted">
      {list.hasFailed ? <p role="alert">{t("failedToLoad")}</p> : null}
      {hasStopped ? <p role="status">{t("lookedTo", { when: secondTime(lookedTo, reader) })}</p> : null}
      {nextCursor !== null ? (
        <Button isBusy={list.isLoading} onClick={() => void list.loadMore()}>
          {hasStopped ? t("lookFurther") : t("more")}
        </Button>
      ) : null}
      {rows.length === 0 && nextCursor === null ? <p>{t(isFiltered ? "noneFound" : "none")}</p> : null}
      {isFiltered && rows.length === 0 ? (
        <Link href={paths.settings.webhookEvents()} className="text-accent underline">
          {t("clearFilter")}
        </Link>
      ) : null}
    </div>
  );
}
