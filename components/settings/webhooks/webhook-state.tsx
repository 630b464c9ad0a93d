import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import type { WebhookSummary } from "@/lib/domain/webhook-subscription";

type Webhook = Pick<WebhookSummary, "isActive" | "disabledReason" | "failingSince">;
const tones = { active: "done", failing: "soon", paused: "neutral", stopped: "danger" } as const;

/** How a webhook stands, in a word. */
export function WebhookState({ webhook }: { webhook: Webhook }) {
  const t = useTranslations("settings.webhooks.state");
  const state = stateOf(webhook);
  return <Badge tone={tones[state]}>{t(state)}</Badge>;
}

function stateOf({ isActive, disabledReason, failingSince }: Webhook): keyof typeof tones {
  if (!isActive) return disabledReason === null ? "paused" : "stopped";
  return failingSince === null ? "active" : "failing";
}
