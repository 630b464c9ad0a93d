import { z } from "zod";
import { ChannelType } from "../channel";
import type { CheckId } from "./checks";

export const CheckState = z.enum(["pass", "warn", "fail", "unknown"]);
export type CheckState = z.infer<typeof CheckState>;

/** What fills the words: texts, numbers (also times in epoch ms), and lists that are joined as the language does. */
const Values = z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())]));
export type Values = z.infer<typeof Values>;

/**
 * What a check came to. `outcome` is the key of the words: `settings.setup.checks.<id>.outcomes.<outcome>`, or of
 * `settings.setup.unknown.<outcome>` where it could not be looked.
 */
export const Verdict = z.object({ state: CheckState, outcome: z.string(), values: Values });
export type Verdict = z.infer<typeof Verdict>;

/** One line: a check, of what, and what it came to. Times are epoch ms. */
export const CheckResult = Verdict.extend({
  id: z.string(),
  /** The kind of channel that a line about webhooks is about, or the channel's. */
  channel: ChannelType.nullable(),
  channelId: z.string().nullable(),
  checkedAt: z.number(),
  /** Since when it is in this state, and the state before; null when it has had no other. */
  since: z.number(),
  was: CheckState.nullable(),
});
export type CheckResult = z.infer<typeof CheckResult>;

/** `settings/doctor`: what the last look found. `checkedAt`: when all was last looked at. */
export const DoctorReport = z.object({
  id: z.string(),
  checkedAt: z.number().nullable(),
  results: z.array(CheckResult),
});
export type DoctorReport = z.infer<typeof DoctorReport>;

export const pass = (outcome = "ok", values: Values = {}): Verdict => ({ state: "pass", outcome, values });
export const warn = (outcome: string, values: Values = {}): Verdict => ({ state: "warn", outcome, values });
export const fails = (outcome: string, values: Values = {}): Verdict => ({ state: "fail", outcome, values });

/** Why a check could not look. `because`: another check's fault is in the way. */
export type Reason =
  | { why: "timeout"; seconds: number }
  | { why: "crashed" }
  | { why: "storeSilent" }
  | { why: "graphSilent"; address: string }
  | { why: "graphRefused"; reason: string; detail: string }
  | { why: "notSet"; name: string }
  | { why: "because"; check: CheckId }
  | { why: "notTold" }
  | { why: "odd"; value: string };

export function unknown({ why, ...values }: Reason): Verdict {
  return { state: "unknown", outcome: why, values: values as Values };
}

/** Something that was read, or the verdict that it could not be. */
export type Reading<T> = { ok: true; data: T } | { ok: false; verdict: Verdict };

export const read = <T>(data: T): Reading<T> => ({ ok: true, data });
export const unread = (reason: Reason): { ok: false; verdict: Verdict } => ({
  ok: false,
  verdict: unknown(reason),
});

/** Judges what was read; what was not stays unknown, whatever the rule. */
export function judged<T>(reading: Reading<T>, judge: (data: T) => Verdict): Verdict {
  return reading.ok ? judge(reading.data) : reading.verdict;
}

type Named = Pick<CheckResult, "id" | "channel" | "channelId">;

/** Names a line among all. */
export const lineKey = ({ id, channel, channelId }: Named): string => `${id}:${channelId ?? channel ?? ""}`;

const urgency: Record<CheckState, number> = { fail: 0, warn: 1, unknown: 2, pass: 3 };

/** Worst first; equals keep their order. */
export function byUrgency(a: { state: CheckState }, b: { state: CheckState }): number {
  return urgency[a.state] - urgency[b.state];
}

/** How many lines are in each state. */
export function countStates(results: readonly { state: CheckState }[]): Record<CheckState, number> {
  const counts: Record<CheckState, number> = { pass: 0, warn: 0, fail: 0, unknown: 0 };
  for (const { state } of results) counts[state] += 1;
  return counts;
}
