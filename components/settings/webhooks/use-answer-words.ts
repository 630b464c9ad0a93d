"use client";
import { useTranslations } from "next-intl";
import type { DeliveryAttempt } from "@/lib/domain/webhook-delivery";

/** How a receiver answered, in words. */
export function useAnswerWords(): (attempt: Pick<DeliveryAttempt, "status" | "error">) => string {
  const t = useTranslations("settings.webhooks");
  return ({ status, error }) => {
    if (status === null) return t(`error.${error ?? "unreachable"}`);
    return t(`answer.${answerOf(status)}`, { status: String(status) });
  };
}

function answerOf(status: number) {
  if (status >= 200 && status < 300) return "taken" as const;
  if (status === 410) return "gone" as const;
  if (status === 429) return "busy" as const;
  if (status >= 300 && status < 400) return "redirect" as const;
  if (status >= 400 && status < 500) return "refused" as const;
  return status >= 500 ? ("broken" as const) : ("odd" as const);
}
