"use client";
import ExternalLink from "lucide-react/icons/external-link";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Moment } from "@/components/inbox/moment";
import { Button } from "@/components/ui/button";
import { buttonClass } from "@/components/ui/button-class";
import { VisuallyHidden } from "@/components/ui/visually-hidden";
import type { SaidLine } from "@/lib/domain/doctor/said-line";

type Props = {
  line: SaidLine;
  isChecking: boolean;
  isBusy: boolean;
  onCheck: (key: string) => void;
};

/** Why a check matters, what to do, who has to, and the ways to do it. */
export function CheckDetails({ line, isChecking, isBusy, onCheck }: Props) {
  const t = useTranslations("settings.setup");
  const { fix, was } = line;
  const needsSomebody = fix !== null && line.state !== "pass";
  return (
    <div className="flex flex-col gap-3 pb-4 wide:ps-36">
      <dl className="grid max-w-2xl grid-cols-[auto_1fr] gap-x-4 gap-y-1.5">
        {needsSomebody ? <Part term={t("parts.fix")}>{fix}</Part> : null}
        {needsSomebody ? <Part term={t("parts.who")}>{line.who}</Part> : null}
        <Part term={t("parts.why")}>{line.why}</Part>
        {was ? (
          <Part term={t("parts.since")}>
            {t.rich("changed", { was, when: () => <Moment at={line.since} as="list" /> })}
          </Part>
        ) : null}
      </dl>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" isBusy={isBusy} onClick={() => onCheck(line.key)}>
          {isChecking ? t("checkingLine") : t("checkAgain")}
          <VisuallyHidden>{t("ofLine", { title: line.title })}</VisuallyHidden>
        </Button>
        {line.mend && line.state !== "pass" ? <Mend mend={line.mend} /> : null}
      </div>
    </div>
  );
}

function Part({ term, children }: { term: string; children: ReactNode }) {
  return (
    <>
      <dt className="text-text-muted">{term}</dt>
      <dd className="min-w-0 [overflow-wrap:anywhere]">{children}</dd>
    </>
  );
}

function Mend({ mend }: { mend: NonNullable<SaidLine["mend"]> }) {
  const t = useTranslations("settings.setup.mend");
  const look = buttonClass("secondary", "sm");
  if (!mend.isOutside) {
    return (
      <Link href={mend.href} className={look}>
        {mend.label}
      </Link>
    );
  }
  return (
    <a href={mend.href} target="_blank" rel="noreferrer" className={look}>
      {mend.label}
      <ExternalLink size={14} aria-hidden />
      <VisuallyHidden>{t("newTab")}</VisuallyHidden>
    </a>
  );
}
