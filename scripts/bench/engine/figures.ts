import type { Firestore } from "firebase-admin/firestore";
import { median, timeMany } from "../stats";

/** Something to measure on each engine: `measure` gives one round's figure. */
export type Row = {
  row: string;
  unit: string;
  isBetter: "higher" | "lower";
  /** Rounds that count, after one that does not. 0: one round, and it counts. */
  rounds: number;
  measure(db: Firestore): Promise<number>;
};

/** How often a second a task ran, `width` at once. */
export async function perSecond(
  count: number,
  width: number,
  task: (index: number) => Promise<unknown>,
): Promise<number> {
  const start = performance.now();
  await timeMany(count, width, task);
  return count / ((performance.now() - start) / 1000);
}

/** Milliseconds of a task, one at a time: at least 5 runs, at most 100 or about 4 seconds, after two that do not count. */
export async function medianMs(task: () => Promise<unknown>): Promise<number> {
  for (let index = 0; index < 2; index++) await task();
  const took: number[] = [];
  const end = performance.now() + 4000;
  while (took.length < 5 || (took.length < 100 && performance.now() < end)) {
    const start = performance.now();
    await task();
    took.push(performance.now() - start);
  }
  return median(took);
}

/** How often a second a task runs, one at a time, over about three seconds and at least 5 runs; two before do not count. */
export async function oneByOne(task: () => Promise<unknown>): Promise<number> {
  for (let index = 0; index < 2; index++) await task();
  let runs = 0;
  const start = performance.now();
  while (runs < 5 || performance.now() - start < 3000) {
    await task();
    runs += 1;
  }
  return runs / ((performance.now() - start) / 1000);
}
