"use client";
import { useTranslations } from "next-intl";
import { StateMark } from "@/components/settings/setup/state-mark";
import type { SaidLine } from "@/lib/domain/doctor/said-line";
import { anchorOf, problemsOf } from "./groups-of";

/** The lines that are not well, most urgent first, each a way down to its place. Nothing when all is well. */
export function ProblemList({ lines }: { lines: readonly SaidLine[] }) {
  const t = useTranslations("settings.setup");
  const problems = problemsOf(lines);
  const following = lines.filter(({ isConsequence }) => isConsequence).length;
  if (problems.length === 0) return null;
  return (
    <nav aria-label={t("needsAttention")}>
      <ul className="flex flex-col">
        {problems.map((line) => (
          <li key={line.key}>
            <a
              href={`#${anchorOf(line)}`}
              className="-mx-2 grid grid-cols-[8.5rem_1fr] items-center gap-x-2 rounded-control px-2 py-1 hover:bg-surface-sunken max-wide:min-h-11"
            >
              <StateMark state={line.state} />
              <span className="min-w-0 [overflow-wrap:anywhere]">
                {line.subject ? t("about", { title: line.title, subject: line.subject }) : line.title}
              </span>
            </a>
          </li>
        ))}
      </ul>
      {following > 0 ? (
        <p className="py-1 text-text-muted wide:ps-36">{t("following", { count: following })}</p>
      ) : null}
    </nav>
  );
}
