"use client";
import UserRound from "lucide-react/icons/user-round";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { fullTime } from "@/components/inbox/say-time";

/** Instagram past 24 hours: a person may still answer, until when. `until` in epoch ms. */
export function HumanAgentLine({ until }: { until: number }) {
  const t = useTranslations("composer");
  const reader = useReader();
  return (
    <p role="status" className="flex items-center gap-1.5 pb-1.5 text-xs text-soon">
      <UserRound size={13} aria-hidden className="shrink-0" />
      {t("humanAgent", { time: fullTime(until, reader) })}
    </p>
  );
}
