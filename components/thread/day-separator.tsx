"use client";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { dayName } from "@/components/inbox/say-time";
import { useNow } from "@/lib/client/use-now";

/** "Today", "Yesterday", "Tuesday", "Tuesday 12 March". `at` in epoch ms. */
export function DaySeparator({ at }: { at: number }) {
  const t = useTranslations("inbox.time");
  const day = dayName(at, useNow(60_000), useReader());
  return (
    <p className="py-3 text-center text-xs font-medium text-text-muted">
      {typeof day === "string" ? t(day) : day.name}
    </p>
  );
}
