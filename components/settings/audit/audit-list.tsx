"use client";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { shortMoment } from "@/components/inbox/say-time";
import { Button } from "@/components/ui/button";
import type { AuditPageData } from "@/lib/client/audit-entries";
import { useAuditEntries } from "@/lib/client/use-audit-entries";
import { useNow } from "@/lib/client/use-now";
import type { AuditPageQuery } from "@/lib/domain/audit-filter";
import type { paths } from "@/lib/paths";
import { AuditLine } from "./audit-line";

type Props = {
  /** As the server is asked, and as the address of the page says it. */
  filter: Parameters<typeof paths.api.audit>[0];
  pageFilter: AuditPageQuery;
  first: AuditPageData;
};

/** The entries, newest first; new ones come by themselves. */
export function AuditList({ filter, pageFilter, first }: Props) {
  const t = useTranslations("settings.audit");
  const reader = useReader();
  const now = useNow(60_000);
  const { items, nextCursor, lookedBackTo, isStale, isLoading, hasFailed, loadOlder } = useAuditEntries(
    filter,
    first,
  );
  const isNarrowed = Object.values(filter).some((value) => value !== undefined);
  const end = nextCursor ? null : items.length > 0 ? t("beginning") : isNarrowed ? t("noMatch") : t("none");
  return (
    <div className="flex flex-col gap-3">
      {isStale ? (
        <p role="status" className="text-sm text-text-muted">
          {t("stale")}
        </p>
      ) : null}
      <ul aria-label={t("list")} className="divide-y divide-border border-y border-border empty:hidden">
        {items.map((entry) => (
          <AuditLine key={entry.id} entry={entry} filter={pageFilter} />
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-3 text-sm text-text-muted">
        {lookedBackTo === null ? null : t("lookedBackTo", { when: shortMoment(lookedBackTo, now, reader) })}
        {nextCursor ? (
          <Button size="sm" isBusy={isLoading} onClick={() => void loadOlder()}>
            {isLoading ? t("loading") : lookedBackTo === null ? t("older") : t("further")}
          </Button>
        ) : null}
        {end}
        <span role="alert">{hasFailed ? t("olderFailed") : null}</span>
      </div>
    </div>
  );
}
