"use client";
import { useFormatter, useTranslations } from "next-intl";
import { countStates } from "@/lib/domain/doctor/result";
import type { SaidLine } from "@/lib/domain/doctor/said-line";

/** All lines in one or a few sentences: "2 things need you. One thing could not be checked." */
export function useSummary(lines: readonly SaidLine[]): string {
  const t = useTranslations("settings.setup.summary");
  const format = useFormatter();
  if (lines.length === 0) return t("never");
  const { fail, warn, unknown } = countStates(lines);
  const parts = [
    fail > 0 ? t("needsYou", { count: fail }) : null,
    warn > 0 ? t("worthALook", { count: warn }) : null,
    unknown > 0 ? t("notChecked", { count: unknown }) : null,
  ].filter((part) => part !== null);
  return parts.length === 0
    ? t("allGood", { count: lines.length })
    : format.list(parts, { type: "unit", style: "narrow" });
}
