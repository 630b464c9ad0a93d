import { addToTally, canonicalFields, type Tally } from "./canonical";
import { pages } from "./pages";
import { relativeName, type Side } from "./wire";

export type Comparison = { collection: string; source: number; target: number; isEqual: boolean };

/** Counts and content hashes of every collection on both sides. The root collections are those of the source. */
export async function compareSides(source: Side, target: Side): Promise<Comparison[]> {
  const roots = await source.rootCollections();
  const [ours, theirs] = [await tallyOf(source, roots), await tallyOf(target, roots)];
  return [...new Set([...ours.keys(), ...theirs.keys()])].sort().map((collection) => {
    const mine = ours.get(collection);
    const other = theirs.get(collection);
    return {
      collection,
      source: mine?.documents ?? 0,
      target: other?.documents ?? 0,
      isEqual: mine?.hash.digest("hex") === other?.hash.digest("hex"),
    };
  });
}

async function tallyOf(side: Side, roots: string[]): Promise<Tally> {
  const tally: Tally = new Map();
  for (const root of roots) {
    for await (const page of pages(side, root, null)) {
      for (const { name, fields } of page)
        addToTally(tally, relativeName(name), canonicalFields(fields, side.database));
    }
  }
  return tally;
}
