"use client";
import { useTranslations } from "next-intl";
import type { Failure } from "@/lib/domain/result";

/** A failure in plain words, announced. Takes no room while there is none. */
export function FailureLine({ failure }: { failure: Failure | null }) {
  const t = useTranslations();
  return (
    <p role="alert" className="text-sm text-danger empty:hidden">
      {failure ? say(t, failure) : null}
    </p>
  );
}

function say(t: ReturnType<typeof useTranslations>, { code, details }: Failure): string {
  const waitMs = details?.retryAfterMs;
  if (code !== "rate_limited" || typeof waitMs !== "number") return t(`errors.${code}`);
  const seconds = Math.ceil(waitMs / 1000);
  if (seconds < 60) return t("auth.wait.seconds", { count: seconds });
  return t("auth.wait.minutes", { count: Math.ceil(seconds / 60) });
}
