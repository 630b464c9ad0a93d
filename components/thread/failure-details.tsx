"use client";
import { useTranslations } from "next-intl";
import type { DeliveryError } from "@/lib/domain/message";

/** Meta's own words and numbers, for whoever asks Meta about it. */
export function FailureDetails({ error }: { error: DeliveryError }) {
  const t = useTranslations("thread.failure");
  const facts = [
    error.code === null ? null : t("code", { code: String(error.code) }),
    error.subcode === null ? null : t("subcode", { code: String(error.subcode) }),
    error.details,
    error.fbtraceId ? t("trace", { id: error.fbtraceId }) : null,
  ].filter((fact) => fact !== null);
  if (facts.length === 0) return null;
  return (
    <details className="text-xs text-text-muted">
      <summary className="rounded px-1 max-wide:py-3">{t("details")}</summary>
      <ul className="mt-1 font-mono break-words select-text">
        {facts.map((fact) => (
          <li key={fact} dir="auto">
            {fact}
          </li>
        ))}
      </ul>
    </details>
  );
}
