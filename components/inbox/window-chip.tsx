"use client";
import clsx from "clsx";
import Timer from "lucide-react/icons/timer";
import TimerOff from "lucide-react/icons/timer-off";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { fullTime } from "./say-time";
import { durationWords, useWindow } from "./use-window";

type Props = {
  windowEndsAt: number | null;
  /** In a row: silent while there is plenty of time, and without the word "left". */
  isCompact?: boolean;
};

/** The customer service window: muted above 6 h, plain under 6 h, amber under 2 h, then closed. */
export function WindowChip({ windowEndsAt, isCompact = false }: Props) {
  const t = useTranslations("inbox");
  const reader = useReader();
  const { tone, clock, words } = useWindow(windowEndsAt);
  if (isCompact && (tone === "calm" || tone === "never")) return null;
  const isOpen = tone !== "closed" && tone !== "never";
  const moment = windowEndsAt === null ? null : fullTime(windowEndsAt, reader);
  const hint = moment
    ? t(isOpen ? "window.closesAt" : "window.closedAt", { time: moment })
    : t("window.neverLong");
  const Icon = isOpen ? Timer : TimerOff;
  return (
    <span
      title={`${words}. ${hint}`}
      className={clsx(
        "tabular inline-flex shrink-0 items-center gap-1 text-xs whitespace-nowrap",
        tone === "soon" && "font-medium text-soon",
        tone === "plain" && "text-text",
        (tone === "calm" || !isOpen) && "text-text-muted",
      )}
    >
      <Icon size={13} aria-hidden className="shrink-0" />
      {isCompact && isOpen ? durationWords(t, clock) : null}
      {isCompact && !isOpen ? <span className="sr-only">{words}</span> : null}
      {isCompact ? null : words}
    </span>
  );
}
