"use client";
import { useTranslations } from "next-intl";
import { useId } from "react";
import type { SaidLine } from "@/lib/domain/doctor/said-line";
import { CheckLine } from "./check-line";

type Props = {
  title: string;
  lines: SaidLine[];
  /** `all`, or the key of the one line that is being looked at. */
  checking: string | null;
  onCheck: (key: string) => void;
};

export function CheckGroup({ title, lines, checking, onCheck }: Props) {
  const t = useTranslations("settings.setup");
  const titleId = useId();
  const well = lines.filter(({ state }) => state === "pass").length;
  return (
    <section aria-labelledby={titleId}>
      <div className="flex items-baseline justify-between gap-3 border-b border-border pb-1">
        <h2 id={titleId} className="font-semibold [overflow-wrap:anywhere]">
          {title}
        </h2>
        <p className="shrink-0 text-sm text-text-muted tabular-nums">
          {t("well", { well, all: lines.length })}
        </p>
      </div>
      <ul className="divide-y divide-border">
        {lines.map((line) => (
          <CheckLine
            key={line.key}
            line={line}
            isChecking={checking === "all" || checking === line.key}
            isBusy={checking !== null}
            onCheck={onCheck}
          />
        ))}
      </ul>
    </section>
  );
}
