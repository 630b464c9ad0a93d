"use client";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { fullTime, shortMoment } from "@/components/inbox/say-time";
import { useNow } from "@/lib/client/use-now";
import type { AuditEntry } from "@/lib/domain/audit";
import type { AuditPageQuery } from "@/lib/domain/audit-filter";
import { AuditDetails } from "./audit-details";
import { auditWords } from "./audit-words";

type Props = { entry: AuditEntry; filter: AuditPageQuery };

/** One entry as a sentence; what else is recorded opens below it. */
export function AuditLine({ entry, filter }: Props) {
  const t = useTranslations("settings.audit");
  const reader = useReader();
  const now = useNow(60_000);
  const { sentence, where } = auditWords(t, entry);
  return (
    <li>
      <details className="group">
        <summary className="flex cursor-default items-baseline gap-x-4 rounded-control px-1 py-2 hover:bg-surface-sunken max-wide:flex-col max-wide:py-3 wide:gap-x-4">
          <span className="min-w-0 flex-1 wrap-anywhere">
            <bdi>{sentence}</bdi>
          </span>
          <span className="flex shrink-0 flex-wrap items-baseline gap-x-3 text-sm text-text-muted">
            {where ? <span>{t("from", { where })}</span> : null}
            <time
              dateTime={new Date(entry.at).toISOString()}
              title={fullTime(entry.at, reader)}
              className="tabular wide:min-w-20 wide:text-end"
            >
              {shortMoment(entry.at, now, reader)}
            </time>
          </span>
        </summary>
        <AuditDetails entry={entry} filter={filter} />
      </details>
    </li>
  );
}
