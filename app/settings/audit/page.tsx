import type { Metadata } from "next";
import { getTimeZone, getTranslations } from "next-intl/server";
import { AuditExport } from "@/components/settings/audit/audit-export";
import { AuditFilters } from "@/components/settings/audit/audit-filters";
import { AuditList } from "@/components/settings/audit/audit-list";
import { AuditSubjectKind } from "@/lib/domain/audit";
import { AuditPageQuery } from "@/lib/domain/audit-filter";
import { dayAfter, startOfDay } from "@/lib/domain/day-in-zone";
import { listAudit } from "@/lib/inbox/audit/list-audit";
import { listAuditActors } from "@/lib/inbox/audit/list-audit-actors";
import { requirePage } from "@/lib/server/page/require-page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings.pages"))("audit") };
}

export default async function AuditPage({ searchParams }: Props) {
  const { actor } = await requirePage("audit.read");
  const pageFilter = AuditPageQuery.parse(await searchParams);
  const { from, to, ...rest } = pageFilter;
  const [t, timeZone] = await Promise.all([getTranslations("settings.audit"), getTimeZone()]);
  const days = {
    ...(from ? { from: startOfDay(from, timeZone) } : {}),
    ...(to ? { to: startOfDay(dayAfter(to), timeZone) } : {}),
  };
  const [page, actors] = await Promise.all([
    listAudit(actor, { ...rest, ...days }, { cursor: null, limit: PAGE }),
    listAuditActors(actor),
  ]);
  const first = page.ok ? page.data : { items: [], nextCursor: null, lookedBackTo: null };
  const { about, ...one } = rest;
  const filter = { ...one, ...days, ...(about ? { about: about.join(",") } : {}) };
  const people = (actors.ok ? actors.data : []).map(({ id, name, kind }) => ({
    id,
    name: t(`by.${kind}`, { name }),
  }));
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="max-w-xl">
          <h1 className="text-xl font-semibold">{t("title")}</h1>
          <p className="text-text-muted">{t("text")}</p>
        </div>
        <AuditExport filter={filter} />
      </div>
      <AuditFilters filter={pageFilter} people={people} kinds={AuditSubjectKind.options} />
      <AuditList key={JSON.stringify(filter)} filter={filter} pageFilter={pageFilter} first={first} />
    </div>
  );
}
