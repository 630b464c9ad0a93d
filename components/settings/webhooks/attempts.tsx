"use client";
import { useTranslations } from "next-intl";
import { useReader } from "@/components/app-shell/use-reader";
import { secondTime } from "@/components/inbox/say-time";
import type { DeliveryAttempt } from "@/lib/domain/webhook-delivery";
import { useAnswerWords } from "./use-answer-words";

/** The tries of a delivery, folded away; one alone is told already. */
export function Attempts({ attempts }: { attempts: readonly DeliveryAttempt[] }) {
  const t = useTranslations("settings.webhooks");
  const say = useAnswerWords();
  const reader = useReader();
  if (attempts.length < 2) return null;
  return (
    <details className="text-sm">
      <summary className="cursor-pointer text-text-muted">
        {t("attempts", { count: attempts.length })}
      </summary>
      <ol className="mt-1 flex flex-col gap-0.5 ps-4">
        {attempts.map((attempt) => (
          <li key={attempt.at} className="tabular text-text-muted">
            {secondTime(attempt.at, reader)} · {say(attempt)} ·{" "}
            {t("took", { ms: String(attempt.durationMs) })}
          </li>
        ))}
      </ol>
    </details>
  );
}
