"use client";
import { useLocale } from "next-intl";
import { useSyncExternalStore } from "react";
import { directionOf } from "@/lib/domain/language";

const never = () => () => {};
const ofDocument = () => (document.documentElement.dir === "rtl" ? "rtl" : "ltr");

/** The way the page is written: as its document says, and before there is one as its language is. */
export function useDirection(): "ltr" | "rtl" {
  const locale = useLocale();
  return useSyncExternalStore(never, ofDocument, () => directionOf(locale));
}
