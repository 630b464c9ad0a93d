"use client";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { WebhookItemOutcome } from "@/lib/domain/webhook-event";
import { useEventWords } from "./use-event-words";

const tones = {
  applied: "done",
  duplicate: "neutral",
  waiting: "soon",
  ignored: "neutral",
  failed: "danger",
} as const;

/** Each item of an event: what it is, what became of it, and why when it was ignored or failed. */
export function EventItems({ items }: { items: WebhookItemOutcome[] }) {
  const t = useTranslations("settings.webhookEvents");
  const words = useEventWords();
  if (items.length === 0) return <p className="text-sm text-text-muted">{t("details.noItems")}</p>;
  return (
    <ol className="divide-y divide-border border-y border-border">
      {items.map(({ index, kind, outcome, error }) => (
        <li key={index} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 py-2">
          <span className="min-w-0 flex-1 basis-48">
            {words.kind(kind)} <code className="text-xs text-text-muted">{kind}</code>
          </span>
          <Badge tone={tones[outcome]}>{t(`outcomes.${outcome}`)}</Badge>
          {error ? <p className="w-full text-sm text-text-muted">{words.reason(error)}</p> : null}
        </li>
      ))}
    </ol>
  );
}
