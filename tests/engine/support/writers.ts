import { setTimeout as pause } from "node:timers/promises";
import { FieldValue, type Firestore } from "firebase-admin/firestore";
import { upTo } from "./read";

/** What twenty writers tried, and what the store said that it has. */
export type Ledger = {
  attempted: Set<string>;
  acknowledged: Set<string>;
  /** Runs of a transaction's function, and those that resolved. */
  increments: { attempted: number; acknowledged: number };
  /** Times of a writer's acknowledged writes, in order. */
  times: string[][];
  /** Acknowledgements of any kind so far. */
  count(): number;
};

/** Eight writers of single documents, six of batches of five, six of transactions that count. Each goes on after a failure. */
export function startWriters(db: Firestore): { ledger: Ledger; stop(): Promise<void> } {
  let isOver = false;
  let total = 0;
  const ledger: Ledger = {
    attempted: new Set(),
    acknowledged: new Set(),
    increments: { attempted: 0, acknowledged: 0 },
    times: [],
    count: () => total,
  };
  const kinds = [...upTo(8).map(() => create), ...upTo(6).map(() => createFive), ...upTo(6).map(() => count)];
  const writers = kinds.map(async (write, writer) => {
    ledger.times[writer] = [];
    for (let n = 0; !isOver; n += 1) {
      await write(`w${writer}-${n}`, writer).then(
        () => {
          total += 1;
        },
        () => pause(20),
      );
    }
  });

  async function create(id: string, writer: number) {
    ledger.attempted.add(id);
    const { writeTime } = await db.collection("singles").doc(id).create({ id });
    ledger.acknowledged.add(id);
    ledger.times[writer]?.push(writeTime.valueOf());
  }

  async function createFive(id: string, writer: number) {
    const batch = db.batch();
    for (const part of upTo(5)) batch.create(db.collection("fives").doc(`${id}-${part}`), { batch: id });
    ledger.attempted.add(id);
    const [first] = await batch.commit();
    ledger.acknowledged.add(id);
    ledger.times[writer]?.push(first?.writeTime.valueOf() ?? "");
  }

  async function count(id: string, writer: number) {
    const counter = db.collection("counters").doc(`c${writer % 3}`);
    await db.runTransaction(async (transaction) => {
      ledger.increments.attempted += 1;
      const read = await transaction.get(counter);
      transaction.set(counter, { n: (read.get("n") ?? 0) + 1, by: FieldValue.increment(1) }, { merge: true });
      transaction.create(db.collection("counted").doc(`${id}-${ledger.increments.attempted}`), { id });
    });
    ledger.increments.acknowledged += 1;
  }

  return {
    ledger,
    async stop() {
      isOver = true;
      await Promise.all(writers);
    },
  };
}
