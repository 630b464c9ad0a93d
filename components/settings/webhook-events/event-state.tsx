"use client";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { WebhookEventState } from "@/lib/domain/webhook-event";

const tones = { received: "soon", processed: "done", ignored: "neutral", failed: "danger" } as const;

export function EventState({ state }: { state: WebhookEventState }) {
  const t = useTranslations("settings.webhookEvents.states");
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}
