import type { Firestore } from "firebase-admin/firestore";
import { type Figure, medianMs } from "./figures";

export const DOCUMENTS = 100_000;
const GROUPS = 100;
const BATCH = 500;
const AT_ONCE = 4;

/** Writes the 100,000 documents that the queries run over; documents a second. */
export async function fill(db: Firestore): Promise<number> {
  const rows = db.collection("items");
  const start = performance.now();
  let next = 0;
  const worker = async () => {
    while (next < DOCUMENTS) {
      const first = next;
      next += BATCH;
      const batch = db.batch();
      for (let n = first; n < first + BATCH; n++) batch.set(rows.doc(`item-${n}`), item(n));
      await batch.commit();
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return DOCUMENTS / ((performance.now() - start) / 1000);
}

const item = (n: number) => ({
  group: n % GROUPS,
  // A permutation of 0 … 99,999, so that order by rank is not the order of writing.
  rank: (n * 7919) % DOCUMENTS,
  tags: [`t${n % 7}`, `u${n % 13}`],
  text: "What a shop's customer would write, about a hundred letters long, as most messages are.",
});

/** Each query's time over the 100,000 documents, its first run (where an index may be made) apart. */
export async function queries(db: Firestore): Promise<Figure[]> {
  const rows = db.collection("items");
  const shapes: [string, expected: number, () => Promise<number>][] = [
    [
      "equality, order, limit 25",
      25,
      async () => (await rows.where("group", "==", 7).orderBy("rank", "desc").limit(25).get()).size,
    ],
    [
      "range, order, limit 25",
      25,
      async () => (await rows.where("rank", ">=", 50_000).orderBy("rank").limit(25).get()).size,
    ],
    [
      "in of 10, order, limit 25",
      25,
      async () =>
        (await rows.where("group", "in", [1, 2, 3, 5, 8, 13, 21, 34, 55, 89]).orderBy("rank").limit(25).get())
          .size,
    ],
    [
      "collection group, equality, order, limit 25",
      25,
      async () =>
        (await db.collectionGroup("items").where("group", "==", 9).orderBy("rank").limit(25).get()).size,
    ],
    ["count of 1,000", 1000, async () => (await rows.where("group", "==", 11).count().get()).data().count],
  ];
  const figures: Figure[] = [];
  let firstMs = 0;
  for (const [name, expected, ask] of shapes) {
    const start = performance.now();
    const found = await ask();
    firstMs = Math.max(firstMs, performance.now() - start);
    if (found !== expected) throw new Error(`${name}: ${found} where ${expected} are right`);
    figures.push({ row: `query: ${name}`, value: await medianMs(ask), unit: "ms", isBetter: "lower" });
  }
  figures.push({ row: "query: slowest first run", value: firstMs, unit: "ms", isBetter: "lower" });
  return figures;
}
