"use client";
import { useTranslations } from "next-intl";
import { useNow } from "@/lib/client/use-now";
import { type WindowClock, type WindowTone, windowClock } from "./window-clock";

export type WindowWords = { tone: WindowTone; clock: WindowClock; words: string };

/** The window of a conversation as it stands now, in the words used everywhere: "21 h 40 m left", "48 m left", "Window closed". */
export function useWindow(windowEndsAt: number | null): WindowWords {
  const t = useTranslations("inbox");
  const now = useNow(1_000);
  const clock = windowClock(windowEndsAt, now);
  return { tone: clock.tone, clock, words: words() };

  function words(): string {
    if (clock.tone === "closed") return t("window.closed");
    if (clock.tone === "never") return t("window.never");
    return t("window.left", { time: durationWords(t, clock) });
  }
}

type Translate = (key: string, values?: Record<string, number>) => string;

/** "21 h 40 m", "48 m", and the seconds of the last minute. */
export function durationWords(t: Translate, { hours, minutes, seconds }: WindowClock): string {
  if (hours > 0) return t("duration.hoursMinutes", { hours, minutes });
  if (minutes > 0) return t("duration.minutes", { minutes });
  return t("duration.seconds", { seconds });
}
