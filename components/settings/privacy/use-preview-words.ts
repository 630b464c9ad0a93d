"use client";
import { useFormatter, useTranslations } from "next-intl";
import type { RetentionPreview } from "@/lib/domain/retention";

/** Says how much would go, and of what age. */
export function usePreviewWords(): (preview: RetentionPreview) => string {
  const t = useTranslations("settings.privacy.retention");
  const format = useFormatter();
  return ({ count, isMore, oldestAt, newestAt }) => {
    if (count === 0 || oldestAt === null || newestAt === null) return t("goesNone");
    const [oldest, newest] = [oldestAt, newestAt].map((at) => format.dateTime(at, { dateStyle: "medium" }));
    return t(isMore ? "goesMore" : "goes", { count, oldest: oldest ?? "", newest: newest ?? "" });
  };
}
