"use client";
import clsx from "clsx";
import ChevronDown from "lucide-react/icons/chevron-down";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { CheckDetails } from "@/components/settings/setup/check-details";
import { StateMark } from "@/components/settings/setup/state-mark";
import type { SaidLine } from "@/lib/domain/doctor/said-line";
import { anchorOf } from "./groups-of";

type Props = {
  line: SaidLine;
  isChecking: boolean;
  isBusy: boolean;
  onCheck: (key: string) => void;
};

/** One check: how it is and what was seen; opened, why it matters and what to do. What is not well is open, until somebody opens or closes it. */
export function CheckLine({ line, isChecking, isBusy, onCheck }: Props) {
  const t = useTranslations("settings.setup");
  const [left, setLeft] = useState<boolean | null>(null);
  const isOpen = left ?? (line.state === "fail" || line.state === "warn");
  const bodyId = useId();
  return (
    <li id={anchorOf(line)} className={clsx("scroll-mt-4", isChecking && "opacity-60")}>
      <h3>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={bodyId}
          onClick={() => setLeft(!isOpen)}
          className="group grid w-full grid-cols-[1fr_auto] items-start gap-x-2 rounded-control py-2 text-start wide:grid-cols-[8.5rem_13rem_1fr_auto]"
        >
          <StateMark state={line.state} />
          <span className="font-medium max-wide:col-start-1 max-wide:row-start-2">{titleOf(t, line)}</span>
          <span className="min-w-0 [overflow-wrap:anywhere] text-text-muted max-wide:col-span-2">
            {line.seen}
          </span>
          <span className="mt-0.5 text-text-muted max-wide:col-start-2 max-wide:row-start-1">
            {isOpen ? (
              <ChevronDown size={16} aria-hidden />
            ) : (
              <ChevronRight size={16} aria-hidden className="rtl:-scale-x-100" />
            )}
          </span>
        </button>
      </h3>
      <div id={bodyId} hidden={!isOpen}>
        <CheckDetails
          line={line}
          isBusy={isBusy}
          isChecking={isChecking}
          onCheck={(key) => {
            // Whoever asks wants to see the answer, and keeps the focus where it is.
            setLeft(true);
            onCheck(key);
          }}
        />
      </div>
    </li>
  );
}

/** A line of a kind of channel has to say which; one of a channel stands below its name. */
function titleOf(t: ReturnType<typeof useTranslations>, { title, subject, channelId }: SaidLine): string {
  return subject && !channelId ? t("about", { title, subject }) : title;
}
