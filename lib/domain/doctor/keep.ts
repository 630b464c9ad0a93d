import { type CheckResult, type DoctorReport, lineKey, type Verdict } from "./result";

type Fresh = Verdict & Pick<CheckResult, "id" | "channel" | "channelId">;

/** A line as it is now, with since when it is so: from the line before when the state is the same. `now` in epoch ms. */
export function dated(fresh: Fresh, before: CheckResult | undefined, now: number): CheckResult {
  if (!before) return { ...fresh, checkedAt: now, since: now, was: null };
  const isSame = before.state === fresh.state;
  return {
    ...fresh,
    checkedAt: now,
    since: isSame ? before.since : now,
    was: isSame ? before.was : before.state,
  };
}

/** The report after a look at everything, which forgets lines that are no more, or at some lines only. */
export function withResults(
  report: DoctorReport,
  results: readonly CheckResult[],
  { isWhole, now }: { isWhole: boolean; now: number },
): DoctorReport {
  if (isWhole) return { ...report, checkedAt: now, results: [...results] };
  const fresh = new Map(results.map((result) => [lineKey(result), result]));
  const kept = report.results.map((result) => fresh.get(lineKey(result)) ?? result);
  const known = new Set(report.results.map(lineKey));
  return { ...report, results: [...kept, ...results.filter((result) => !known.has(lineKey(result)))] };
}
