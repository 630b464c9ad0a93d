"use client";
import { useFormatter, useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { fullTime } from "@/components/inbox/say-time";
import { useNow } from "@/lib/client/use-now";

/** "Checked 12 minutes ago", in full on hover. */
export function CheckedAt({ at }: { at: number }) {
  const t = useTranslations("settings.setup");
  const format = useFormatter();
  const reader = useReader();
  const now = useNow(15_000);
  return (
    <time
      dateTime={new Date(at).toISOString()}
      title={fullTime(at, reader)}
      className="text-sm text-text-muted"
      suppressHydrationWarning
    >
      {t("checked", { when: format.relativeTime(at, Math.max(at, now)) })}
    </time>
  );
}
