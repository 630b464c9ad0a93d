import { isDeepStrictEqual } from "node:util";
import type { Outcome } from "./play";
import type { Step } from "./wire";

/**
 * Why two different outcomes of a step are no fault, or null. The official emulator is the judge except where it is
 * known to do otherwise than Google's Firestore; each such case is here with its reason.
 */
export function reasonToDiffer(step: Step, official: Outcome, embedded: Outcome): string | null {
  if (step.do === "transaction") return reasonInTransaction(step, official, embedded);
  if (!("code" in official)) return null;
  if (official.code === 2) return "the emulator fails within (UNKNOWN)";
  if (official.code === 12) return "the emulator does not know this";
  if (/"__name__"\},"direction":"DESCENDING"/.test(JSON.stringify(step))) {
    return "the emulator refuses to scan keys backwards; production does it with an index";
  }
  return null;
}

function reasonInTransaction(
  step: Extract<Step, { do: "transaction" }>,
  official: Outcome,
  embedded: Outcome,
): string | null {
  const [theirs, ours] = [official, embedded].map((one) => ("ok" in one ? (one.ok as Outcome[]) : []));
  const index = theirs?.findIndex((one, at) => !isDeepStrictEqual(one, ours?.[at])) ?? 0;
  const [did, their, our] = [step.reads[index] ?? commitOf(step), theirs?.[index], ours?.[index]];
  return their && our ? reasonToDiffer(did, their, our) : null;
}

const commitOf = ({ writes }: Extract<Step, { do: "transaction" }>): Step => ({ do: "commit", writes });
