import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import type { WireClient } from "./client";
import { reasonToDiffer } from "./exceptions";
import { type Outcome, openPlayer } from "./play";
import { plan } from "./steps";
import type { Step } from "./wire";

export type Difference = { step: number; did: Step; official: Outcome; embedded: Outcome };
export type Tally = { plans: number; steps: number; refused: number; excused: Map<string, number> };

let runs = 0;

/** Plays the same steps on both and gives the first difference that has no excuse. */
export async function findDifference(
  official: WireClient,
  embedded: WireClient,
  steps: Step[],
  tally: Tally,
): Promise<Difference | null> {
  const projectId = `demo-fuzz-${process.pid}-${++runs}`;
  const players = [openPlayer(official, `${projectId}-o`), openPlayer(embedded, `${projectId}-e`)] as const;
  tally.plans += 1;
  try {
    for (const [step, did] of steps.entries()) {
      const [theirs, ours] = await Promise.all([players[0].play(did), players[1].play(did)]);
      tally.steps += 1;
      if ("code" in theirs) tally.refused += 1;
      if (isDeepStrictEqual(theirs, ours)) continue;
      const reason = reasonToDiffer(did, theirs, ours);
      if (!reason) return { step, did, official: theirs, embedded: ours };
      tally.excused.set(reason, (tally.excused.get(reason) ?? 0) + 1);
      // What was written may differ from here on.
      if (did.do !== "query" && did.do !== "aggregate") return null;
    }
    return null;
  } finally {
    for (const player of players) player.close();
  }
}

/** Random plans from a seed until one leads to a difference or the time (milliseconds) is over; shrunk to its shortest. */
export async function fuzz(
  official: WireClient,
  embedded: WireClient,
  how: { seed: number; plans: number; untilMs?: number },
): Promise<{ tally: Tally; failure: { difference: Difference; steps: Step[] } | null }> {
  const tally: Tally = { plans: 0, steps: 0, refused: 0, excused: new Map() };
  const property = fc.asyncProperty(
    plan,
    async (steps) => (await findDifference(official, embedded, steps, tally)) === null,
  );
  const limit = how.untilMs
    ? { interruptAfterTimeLimit: Math.max(1, how.untilMs - Date.now()), markInterruptAsFailure: false }
    : {};
  const result = await fc.check(property, { seed: how.seed, numRuns: how.plans, ...limit });
  const steps = result.failed ? (result.counterexample?.[0] ?? null) : null;
  if (!steps) return { tally, failure: null };
  const difference = await findDifference(official, embedded, steps, tally);
  return { tally, failure: difference ? { difference, steps } : null };
}
