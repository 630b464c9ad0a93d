import type { useTranslations } from "next-intl";
import type { AuditEntry } from "@/lib/domain/audit";
import { describeUserAgent } from "@/lib/domain/describe-user-agent";

type Translate = ReturnType<typeof useTranslations<"settings.audit">>;

/** An entry as a sentence, and where it came from in words; null where nobody made a request. Pure. */
export function auditWords(
  t: Translate,
  { actor, action, subject, detail, from }: AuditEntry,
): { sentence: string; where: string | null } {
  const by = t(`by.${actor.kind}`, { name: actor.name });
  const recorded = Object.entries(detail).map(([key, value]) => [
    key,
    typeof value === "number" ? value : String(value),
  ]);
  const values = { ...Object.fromEntries(recorded), actor: by, subject: subject.name ?? t("unnamed") };
  const key = `actions.${action}` as Parameters<typeof t.has>[0];
  const sentence = t.has(key) ? t(key, values) : t("unknownAction", { actor: by });
  return { sentence, where: from && whereOf(t, from) };
}

function whereOf(t: Translate, { address, userAgent }: { address: string; userAgent: string }): string {
  const { browser, system } = describeUserAgent(userAgent);
  const device =
    browser && system ? t("device", { browser, system }) : (browser ?? system ?? programOf(userAgent));
  return device ? t("where", { address, device }) : address;
}

/** "curl/8.5.0 (…)" is curl/8.5.0. */
const programOf = (userAgent: string) => userAgent.split(/[\s(]/)[0]?.slice(0, 40) ?? "";
