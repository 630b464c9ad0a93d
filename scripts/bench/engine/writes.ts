import type { Firestore } from "firebase-admin/firestore";
import { perSecond } from "./figures";

const run = () => Math.random().toString(36).slice(2);
const body = {
  text: "What a shop's customer would write, about a hundred letters long, as most messages are.",
  n: 1,
};

/** Documents created a second, one write a request. */
export function creates(db: Firestore, width: number): Promise<number> {
  const rows = db.collection(`creates-${run()}`);
  return perSecond(width === 1 ? 400 : 3000, width, (index) =>
    rows.doc(`d${index}`).create({ ...body, at: Date.now() }),
  );
}

/** Transactions a second that read one document and write three, each on documents of its own. */
export function transactions(db: Firestore, width: number): Promise<number> {
  const rows = db.collection(`transactions-${run()}`);
  return perSecond(width === 1 ? 150 : 1000, width, (index) =>
    db.runTransaction(async (transaction) => {
      const first = rows.doc(`a${index}`);
      await transaction.get(first);
      transaction.set(first, body);
      transaction.set(rows.doc(`b${index}`), body);
      transaction.set(rows.doc(`c${index}`), body);
    }),
  );
}

/** Milliseconds until 20 transactions that all add one to the same document are done, none lost. */
export async function contention(db: Firestore): Promise<number> {
  const counter = db.doc(`contention/${run()}`);
  await counter.set({ n: 0 });
  const start = performance.now();
  await Promise.all(Array.from({ length: 20 }, () => addOne(db, counter)));
  const took = performance.now() - start;
  const n = (await counter.get()).get("n");
  if (n !== 20) throw new Error(`contention: ${n} of 20 increments are there`);
  return took;
}

function addOne(db: Firestore, counter: FirebaseFirestore.DocumentReference): Promise<void> {
  return db.runTransaction(
    async (transaction) => {
      const before = (await transaction.get(counter)).get("n") as number;
      transaction.update(counter, { n: before + 1 });
    },
    { maxAttempts: 60 },
  );
}
