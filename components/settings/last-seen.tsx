"use client";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { fullTime, shortMoment } from "@/components/inbox/say-time";

/** When someone was last seen, as people said it at `now` (both epoch ms), in full on hover. */
export function LastSeen({ at, now }: { at: number; now: number }) {
  const t = useTranslations("settings");
  const reader = useReader();
  return (
    <time dateTime={new Date(at).toISOString()} title={fullTime(at, reader)}>
      {t("lastSeen", { when: shortMoment(at, now, reader) })}
    </time>
  );
}
