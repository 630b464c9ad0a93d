import type { Outcome } from "./create-or-verify";
import type { Comparison } from "./verify";

const SHOWN = 20;

export type Totals = Outcome & { seconds: number };

export const noTotals = (): Totals => ({
  created: 0,
  alreadyThere: 0,
  different: [],
  refused: [],
  seconds: 0,
});

export function addTo(totals: Totals, outcome: Outcome): void {
  totals.created += outcome.created;
  totals.alreadyThere += outcome.alreadyThere;
  totals.different.push(...outcome.different);
  totals.refused.push(...outcome.refused);
}

/** Prints what a run did, and says whether all of the source is in the target as it is here. */
export function printReport(totals: Totals, comparisons: Comparison[] | null, isDryRun: boolean): boolean {
  const { created, alreadyThere, different, refused } = totals;
  console.log(
    `${isDryRun ? "To create" : "Created"}: ${created}, already there and equal: ${alreadyThere}, different: ${different.length}, refused: ${refused.length} (${totals.seconds.toFixed(1)} s)`,
  );
  list("The target has these with other content; they were left as they are:", different);
  list(
    "The target refused these:",
    refused.map(({ name, why }) => `${name}: ${why}`),
  );
  if (comparisons) printComparison(comparisons);
  const isWell = different.length === 0 && refused.length === 0;
  return isWell && (comparisons ?? []).every((one) => one.isEqual);
}

function printComparison(comparisons: Comparison[]): void {
  const width = Math.max(10, ...comparisons.map(({ collection }) => collection.length));
  console.log(`\n${"collection".padEnd(width)} ${"here".padStart(9)} ${"there".padStart(9)}  content`);
  for (const { collection, source, target, isEqual } of comparisons) {
    const figures = `${String(source).padStart(9)} ${String(target).padStart(9)}`;
    console.log(`${collection.padEnd(width)} ${figures}  ${isEqual ? "equal" : "NOT EQUAL"}`);
  }
}

function list(title: string, lines: string[]): void {
  if (lines.length === 0) return;
  console.log(
    `${title}\n${lines
      .slice(0, SHOWN)
      .map((line) => `  ${line}`)
      .join("\n")}`,
  );
  if (lines.length > SHOWN) console.log(`  … and ${lines.length - SHOWN} more`);
}
