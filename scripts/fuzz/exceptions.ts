import type { Outcome } from "./play";
import type { Step } from "./wire";

/**
 * Why two different outcomes of a step are no fault, or null. The official emulator is the judge except where it is
 * known to do otherwise than Google's Firestore; each such case is here with its reason.
 */
export function reasonToDiffer(step: Step, official: Outcome, _embedded: Outcome): string | null {
  if ("code" in official && official.code === 12) return "the emulator does not know this";
  const text = JSON.stringify(step);
  if ("code" in official && /"__name__"\},"direction":"DESCENDING"/.test(text)) {
    return "the emulator refuses to scan keys backwards; production does it with an index";
  }
  return null;
}
