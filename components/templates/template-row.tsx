"use client";
import clsx from "clsx";
import { useLocale, useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { Template } from "@/lib/domain/template";
import { languageName } from "./language-name";
import type { Hindrance } from "./why-not";

type Props = { template: Template; isRecent: boolean; whyNot: Hindrance | null; onPick: () => void };

/** A template in the list. One that cannot be sent stays readable and says why. */
export function TemplateRow({ template, isRecent, whyNot, onPick }: Props) {
  const t = useTranslations("templates");
  const locale = useLocale();
  const { name, language, category, status, reason, quality, parts } = template;
  const words = parts.body?.text ?? (parts.header?.format === "text" ? parts.header.text : "");
  const isStopped = whyNot === "rejected" || whyNot === "disabled";
  return (
    <li className="border-b border-border last:border-b-0">
      <button
        type="button"
        data-template
        aria-disabled={whyNot !== null || undefined}
        onClick={whyNot === null ? onPick : undefined}
        className={clsx(
          "flex w-full flex-col gap-0.5 rounded-control px-2 py-2 text-start",
          whyNot === null ? "hover:bg-surface-sunken" : "cursor-default",
        )}
      >
        <span className="flex w-full flex-wrap items-center gap-x-2 gap-y-1">
          <span className={clsx("min-w-0 truncate font-medium", whyNot !== null && "text-text-muted")}>
            {name}
          </span>
          <span className="text-sm text-text-muted">{languageName(language, locale)}</span>
          {category ? (
            <Badge>{t.has(`categories.${category}`) ? t(`categories.${category}`) : category}</Badge>
          ) : null}
          {isRecent ? <Badge tone="done">{t("recent")}</Badge> : null}
          {whyNot !== null || status !== "APPROVED" ? (
            <Badge tone={isStopped ? "danger" : "soon"}>
              {t.has(`statuses.${status}`) ? t(`statuses.${status}`) : status}
            </Badge>
          ) : null}
          {quality === "RED" || quality === "YELLOW" ? (
            <Badge tone="soon">{t(`quality.${quality}`)}</Badge>
          ) : null}
        </span>
        <span dir="auto" className="line-clamp-1 w-full text-sm text-text-muted">
          {words}
        </span>
        {whyNot === null ? null : (
          <span className={clsx("text-sm", isStopped ? "text-danger" : "text-soon")}>
            {t(`whyNot.${whyNot}`)}
            {reason && t.has(`reasons.${reason}`) ? ` ${t(`reasons.${reason}`)}` : null}
          </span>
        )}
      </button>
    </li>
  );
}
