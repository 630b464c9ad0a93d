import type { Firestore } from "firebase-admin/firestore";
import { medianMs, type Row } from "./figures";

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

const groups = [1, 2, 3, 5, 8, 13, 21, 34, 55, 89];
type Ask = { name: string; expected: number; ask(db: Firestore): Promise<number> };

const asks: Ask[] = [
  {
    name: "equality, order, limit 25",
    expected: 25,
    ask: async (db) => (await items(db).where("group", "==", 7).orderBy("rank", "desc").limit(25).get()).size,
  },
  {
    name: "range, order, limit 25",
    expected: 25,
    ask: async (db) => (await items(db).where("rank", ">=", 50_000).orderBy("rank").limit(25).get()).size,
  },
  {
    name: "in of 10, order, limit 25",
    expected: 25,
    ask: async (db) => (await items(db).where("group", "in", groups).orderBy("rank").limit(25).get()).size,
  },
  {
    name: "collection group, equality, order, limit 25",
    expected: 25,
    ask: async (db) =>
      (await db.collectionGroup("items").where("group", "==", 9).orderBy("rank").limit(25).get()).size,
  },
  {
    name: "count of 1,000",
    expected: 1000,
    ask: async (db) => (await items(db).where("group", "==", 11).count().get()).data().count,
  },
];

/** Each query over the 100,000 documents: its first run, where an index may be made, and those after. */
export const queryRows: Row[] = asks.flatMap(({ name, expected, ask }) => [
  row(`query, first run: ${name}`, async (db) => {
    const start = performance.now();
    const found = await ask(db);
    if (found !== expected) throw new Error(`${name}: ${found} where ${expected} are right`);
    return performance.now() - start;
  }),
  row(`query: ${name}`, (db) => medianMs(() => ask(db))),
]);

const items = (db: Firestore) => db.collection("items");

function row(name: string, measure: Row["measure"]): Row {
  return { row: name, unit: "ms", isBetter: "lower", rounds: 0, measure };
}
