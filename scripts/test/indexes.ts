import { checkIndexList } from "./index-list";
import type { Counts, PartContext } from "./parts";

/** The parts that ask every query of the product; others may add needs, but an index is not unused without these. */
const needed = ["integration"];

/** Whether firestore.indexes.json is what the queries of the parts before needed: no index less, and none more. */
export async function runIndexes({ dir }: PartContext): Promise<Counts> {
  const { missing, unused, notedParts } = checkIndexList(dir, needed);
  for (const index of missing)
    console.error(`firestore.indexes.json lacks an index that a query needed: ${index}`);
  for (const index of unused ?? [])
    console.error(`firestore.indexes.json has an index that no query of the tests needed: ${index}`);
  if (notedParts.length === 0) console.log("Nothing to compare: no part before this one asked a store.");
  else if (unused === null)
    console.log(`Looked for missing indexes only: ${needed.join(" and ")} did not run.`);
  const results = [missing.length === 0, unused === null ? null : unused.length === 0];
  return {
    passed: results.filter((isGood) => isGood === true).length,
    failed: results.filter((isGood) => isGood === false).length,
    skipped: results.filter((isGood) => isGood === null).length,
  };
}
