"use client";
import { useLocale, useTimeZone } from "next-intl";
import { useMemo, useSyncExternalStore } from "react";

const never = () => () => {};
const browserTimeZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** How the person at the screen reads times: their locale, and their time zone as soon as the page is alive. */
export function useReader(): { locale: string; timeZone: string } {
  const locale = useLocale();
  const serverTimeZone = useTimeZone() ?? "UTC";
  const timeZone = useSyncExternalStore(never, browserTimeZone, () => serverTimeZone);
  return useMemo(() => ({ locale, timeZone }), [locale, timeZone]);
}
