"use client";
import { useTranslations } from "next-intl";

/** How the search for a quoted message goes. */
export function SeekNote({ state }: { state: "idle" | "seeking" | "missed" }) {
  const t = useTranslations("thread.seek");
  return (
    <p
      role="status"
      className="absolute top-3 left-1/2 -translate-x-1/2 rounded-full border border-border bg-surface-raised px-3 py-1 text-sm whitespace-nowrap shadow-float empty:hidden"
    >
      {state === "idle" ? null : t(state)}
    </p>
  );
}
