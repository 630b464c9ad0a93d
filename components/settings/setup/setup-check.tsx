"use client";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { SaidLine } from "@/lib/domain/doctor/said-line";
import { CheckGroup } from "./check-group";
import { CheckedAt } from "./checked-at";
import { groupsOf } from "./groups-of";
import { ProblemList } from "./problem-list";
import { useSetupCheck } from "./use-setup-check";
import { useSummary } from "./use-summary";

type Props = { lines: SaidLine[]; checkedAt: number | null };

/** Whether everything between a customer and this inbox works: first what needs somebody, then all of it by its place. */
export function SetupCheck(initial: Props) {
  const t = useTranslations("settings.setup");
  const { lines, checkedAt, progress, hasFailed, check } = useSetupCheck(initial);
  const summary = useSummary(lines);
  const isNew = initial.checkedAt === null;
  const hasBegun = useRef(false);
  useEffect(() => {
    if (!isNew || hasBegun.current) return;
    hasBegun.current = true;
    void check(null);
  }, [isNew, check]);
  const isAll = progress !== null && progress.only === null;
  return (
    <div className="flex flex-col gap-6">
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0">
          <h1 className="text-xl font-semibold">{t("title")}</h1>
          <p className="text-text-muted">{t("text")}</p>
        </div>
        <Button variant="primary" isBusy={progress !== null} onClick={() => void check(null)}>
          {t("checkNow")}
        </Button>
      </div>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 border-y border-border py-3">
        <p role="status" className="font-medium">
          {hasFailed ? t("failed") : progress ? progressText(t, progress) : summary}
        </p>
        {checkedAt === null ? null : <CheckedAt at={checkedAt} />}
      </div>
      <ProblemList lines={lines} />
      {groupsOf(lines).map(({ key, title, lines: own }) => (
        <CheckGroup
          key={key}
          title={title ?? t(`groups.${own[0]?.group}`)}
          lines={own}
          checking={isAll ? "all" : (progress?.only ?? null)}
          onCheck={(line) => void check(line)}
        />
      ))}
    </div>
  );
}

function progressText(
  t: ReturnType<typeof useTranslations>,
  { only, done, all }: { only: string | null; done: number; all: number },
): string {
  return only === null ? t("summary.checking", { done, all }) : t("summary.checkingLine");
}
