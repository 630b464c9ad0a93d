"use client";
import { useTranslations } from "next-intl";

/** How the search for a quoted message goes. */
export function SeekNote({ state }: { state: "idle" | "seeking" | "missed" }) {
  const t = useTranslations("thread.seek");
  return (
    <p
      role="status"
      className="absolute inset-x-0 top-3 mx-auto w-fit rounded-full border border-border bg-surface-raised px-3 py-1 text-sm whitespace-nowrap shadow-float empty:hidden"
    >
      {state === "idle" ? null : t(state)}
    </p>
  );
}
