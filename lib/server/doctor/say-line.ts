import { checkOf, type MendAt } from "@/lib/domain/doctor/checks";
import { metaPage } from "@/lib/domain/doctor/meta-pages";
import { type CheckResult, lineKey, type Values } from "@/lib/domain/doctor/result";
import type { SaidLine } from "@/lib/domain/doctor/said-line";
import { env } from "@/lib/env";
import { paths } from "@/lib/paths";

/** Words by their whole key. Outcomes are data, so the keys are not known to the types; `has` asks first. */
export type Words = {
  (key: string, values?: Record<string, string | number>): string;
  has(key: string): boolean;
};
export type Voice = { words: Words; list: (items: string[]) => string };

/** The channels that lines are about, for their names and Meta's pages. */
export type KnownChannel = { id: string; name: string; wabaId: string | null };

const ROOT = "settings.setup";
/** Beside the rest, so that browsers are not handed them. */
const CHECKS = "setupChecks";

/** A line in words. Null for a check that is no more. */
export function sayLine(
  result: CheckResult,
  voice: Voice,
  channels: readonly KnownChannel[],
): SaidLine | null {
  const { words } = voice;
  const check = checkOf(result.id);
  if (!check) return null;
  const channel = channels.find(({ id }) => id === result.channelId);
  const isLooked = result.state !== "unknown";
  const key = isLooked
    ? `${CHECKS}.${check.id}.outcomes.${result.outcome}`
    : `${ROOT}.unknown.${result.outcome}`;
  const say = (part: string) => (words.has(`${key}.${part}`) ? words(`${key}.${part}`, values) : null);
  const values = filled(result.values, voice);
  const { state, channelId, checkedAt, since, was } = result;
  return {
    key: lineKey(result),
    id: check.id,
    group: check.group,
    state,
    isConsequence: !isLooked && result.outcome === "because",
    title: words(`${CHECKS}.${check.id}.title`),
    subject: channel?.name ?? (result.channel ? words(`${ROOT}.kinds.${result.channel}`) : null),
    channelId,
    seen: say("seen") ?? words(`${ROOT}.unknown.crashed.seen`),
    why: words(`${CHECKS}.${check.id}.why`),
    fix: say("fix"),
    who: words(`${ROOT}.who.${check.who}`),
    mend: mendOf(check.mendAt, channel ?? null, words),
    checkedAt,
    since,
    was,
  };
}

/** Lists become words of the language, reasons and other checks their titles. */
function filled(values: Values, { words, list }: Voice): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      if (Array.isArray(value)) return [name, list(value)];
      if (name === "check") return [name, words(`${CHECKS}.${value}.title`)];
      if (name !== "reason") return [name, value];
      const key = words.has(`failures.${value}.title`) ? `failures.${value}.title` : "failures.unknown.title";
      return [name, words(key, { name: "" })];
    }),
  );
}

function mendOf(at: MendAt, channel: KnownChannel | null, words: Words): SaidLine["mend"] {
  if (at === null) return null;
  const label = words(`${ROOT}.mend.${at}`);
  if (at === "channels") return { href: paths.settings.channels(), label, isOutside: false };
  if (at === "webhookEvents") return { href: paths.settings.webhookEvents(), label, isOutside: false };
  const href = metaPage(at, { appId: env().META_APP_ID ?? null, wabaId: channel?.wabaId ?? null });
  return href ? { href, label, isOutside: true } : null;
}
