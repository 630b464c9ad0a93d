import type { PartResult } from "./parts";

/** Prints each part's time and counts, and alone on the last line the sum. Says whether all is well. */
export function printSummary(results: PartResult[]): boolean {
  console.log("");
  for (const { name, passed, failed, skipped, seconds } of results) {
    const counts = `${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}`;
    console.log(`${name.padEnd(12)} ${`${seconds.toFixed(1)} s`.padStart(8)}   ${counts}`);
  }
  const sum = (pick: (result: PartResult) => number) =>
    results.reduce((total, result) => total + pick(result), 0);
  const passed = sum((result) => result.passed);
  const failed = sum((result) => result.failed);
  const total = sum((result) => result.seconds);
  console.log(`${"all".padEnd(12)} ${`${total.toFixed(1)} s`.padStart(8)}\n`);
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0;
}
