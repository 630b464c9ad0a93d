"use client";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useOptimistic, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { SelectField } from "@/components/ui/select-field";
import type { AuditSubjectKind } from "@/lib/domain/audit";
import type { AuditPageQuery } from "@/lib/domain/audit-filter";
import { paths } from "@/lib/paths";
import { AboutChip } from "./about-chip";
import { DayField } from "./day-field";

export type AuditPerson = { id: string; name: string };
type Props = {
  filter: AuditPageQuery;
  people: readonly AuditPerson[];
  kinds: readonly AuditSubjectKind[];
};

/** Who, what, when and about what: each choice is in the address at once, so that it can be handed on. */
export function AuditFilters({ filter, people, kinds }: Props) {
  const t = useTranslations("settings.audit");
  const router = useRouter();
  const [isPending, start] = useTransition();
  const [shown, show] = useOptimistic(filter);
  const apply = (next: AuditPageQuery) =>
    start(() => {
      show(next);
      router.replace(hrefOf(next), { scroll: false });
    });
  const { who = "", what = "" } = shown;
  const isNarrowed = Object.values(shown).some((value) => value !== undefined);
  return (
    <section aria-label={t("filters.label")} aria-busy={isPending} className="flex flex-col gap-3">
      <div className="grid grid-cols-2 gap-3 wide:grid-cols-4">
        <SelectField
          label={t("filters.who")}
          value={who}
          onChange={(event) => apply({ ...shown, who: event.currentTarget.value || undefined })}
          options={[
            { value: "", label: t("filters.anyone") },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
            ...(who && !people.some(({ id }) => id === who)
              ? [{ value: who, label: t("filters.gone") }]
              : []),
          ]}
        />
        <SelectField
          label={t("filters.what")}
          value={what}
          onChange={(event) => apply({ ...shown, what: event.currentTarget.value || undefined })}
          options={[
            { value: "", label: t("filters.anything") },
            ...kinds.map((kind) => ({ value: kind, label: t(`kinds.${kind}`) })),
            ...oneAction(what, kinds).map((kind) => ({
              value: what,
              label: t("filters.oneAction", { kind: t(`kinds.${kind}`) }),
            })),
          ]}
        />
        <DayField label={t("filters.from")} day={shown.from} onChange={(from) => apply({ ...shown, from })} />
        <DayField label={t("filters.to")} day={shown.to} onChange={(to) => apply({ ...shown, to })} />
      </div>
      {isNarrowed ? (
        <div className="flex flex-wrap items-center gap-3">
          {shown.about ? (
            <AboutChip names={shown.about} onRemove={() => apply({ ...shown, about: undefined })} />
          ) : null}
          <Button size="sm" variant="ghost" onClick={() => apply({})}>
            {t("filters.clear")}
          </Button>
        </div>
      ) : null}
    </section>
  );
}

export function hrefOf({ about, ...rest }: AuditPageQuery): string {
  return paths.settings.audit({ ...rest, about: about?.join(",") });
}

/** The kind of a single action that was chosen beside a line, not in this list. */
function oneAction(what: string, kinds: readonly AuditSubjectKind[]): AuditSubjectKind[] {
  return what.includes(".") ? kinds.filter((kind) => what.startsWith(`${kind}.`)) : [];
}
