"use client";
import { useEffect } from "react";
import { useReader } from "./use-reader";

const YEAR_S = 365 * 24 * 60 * 60;

/** Tells the server the browser's time zone, so that the next page comes with the right times in it. */
export function TimeZoneCookie() {
  const { timeZone } = useReader();
  useEffect(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `parley_tz=${encodeURIComponent(timeZone)}; path=/; max-age=${YEAR_S}; samesite=lax`;
  }, [timeZone]);
  return null;
}
