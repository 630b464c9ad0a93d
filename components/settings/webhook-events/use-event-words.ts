"use client";
import { useTranslations } from "next-intl";
import { eventReason } from "@/lib/domain/event-reason";

/** How kinds of items and reasons are said to people. */
export function useEventWords() {
  const t = useTranslations("settings.webhookEvents");

  /** "Message: picture"; a notice goes by Meta's own name for it. */
  function kind(name: string): string {
    const [family = "", ...rest] = name.split(".");
    const part = rest.join(".");
    const familyWord = t.has(`families.${family}`) ? t(`families.${family}`) : family;
    if (part === "") return familyWord;
    return t("kindOf", { family: familyWord, part: t.has(`parts.${part}`) ? t(`parts.${part}`) : part });
  }

  function reason(text: string): string {
    const { key, values } = eventReason(text);
    return t.has(`reasons.${key}`) ? t(`reasons.${key}`, values) : t("reasons.other", { reason: text });
  }

  return { kind, reason };
}
