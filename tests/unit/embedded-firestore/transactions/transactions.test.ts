import { describe, expect, it, onTestFinished } from "vitest";
import type { WireWrite } from "@/embedded-firestore/protocol/messages";
import { commitPlain, commitTransaction } from "@/embedded-firestore/transactions/commit";
import { readDocuments } from "@/embedded-firestore/transactions/read-documents";
import type { ReadWriteTransaction } from "@/embedded-firestore/transactions/transaction";
import {
  defaultLimits,
  type TransactionLimits,
  Transactions,
} from "@/embedded-firestore/transactions/transactions";
import { database, fieldsOf, integer, named, ownStore } from "../storage/own-store";

const code = (status: number) => expect.objectContaining({ code: status });
const invalid = code(3);
const aborted = code(10);
const exhausted = code(8);

function world(limits: Partial<TransactionLimits> = {}) {
  const storage = ownStore();
  const transactions = new Transactions(storage, { ...defaultLimits, ...limits });
  onTestFinished(() => transactions.close());
  return {
    storage,
    transactions,
    begin: () => transactions.beginReadWrite(database),
    read: (transaction: ReadWriteTransaction, ...paths: string[]) =>
      readDocuments(
        transactions,
        transaction,
        storage.latest,
        paths.map((path) => named(path)),
      ),
    plain: (...writes: WireWrite[]) => commitPlain(storage, transactions, database, writes),
    commit: (transaction: ReadWriteTransaction, ...writes: WireWrite[]) =>
      commitTransaction(storage, transactions, transaction, writes),
    number: (path: string) => storage.latest.get(named(path))?.fields().get("n"),
  };
}

const set = (path: string, n: number): WireWrite => ({
  update: { name: named(path).full, fields: fieldsOf({ n: integer(n) }) },
});
const create = (path: string): WireWrite => ({ ...set(path, 0), currentDocument: { exists: false } });
const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Whether a promise has come to its end after everything that can run has run. */
async function isDone(promise: Promise<unknown>): Promise<boolean> {
  let done = false;
  promise.then(
    () => {
      done = true;
    },
    () => {
      done = true;
    },
  );
  for (let turn = 0; turn < 20; turn++) await settled();
  return done;
}

describe("a transaction that reads and writes", () => {
  it("makes plain writes to what it read wait until it has committed", async () => {
    const { begin, read, plain, commit, number } = world();
    await plain(set("c/a", 1));
    const transaction = begin();
    await read(transaction, "c/a");
    const late = plain(set("c/a", 9));
    expect(await isDone(late)).toBe(false);
    await commit(transaction, set("c/a", 2));
    await late;
    expect(number("c/a")).toEqual(integer(9));
  });

  it("lets others write what it did not read", async () => {
    const { begin, read, plain } = world();
    await read(begin(), "c/a");
    await plain(set("c/b", 1));
  });

  it("makes a second one wait for what it read, so that both count", async () => {
    const { begin, read, commit, number, plain } = world();
    await plain(set("c/n", 0));
    const addOne = async () => {
      const transaction = begin();
      const [document] = await read(transaction, "c/n");
      const n = document?.fields().get("n");
      await commit(transaction, set("c/n", Number(n?.kind === "integer" ? n.value : 0) + 1));
    };
    await Promise.all(Array.from({ length: 20 }, addOne));
    expect(number("c/n")).toEqual(integer(20));
  });

  it("locks a missing document too, so that one of two creates it", async () => {
    const { begin, read, commit } = world();
    const [first, second] = [begin(), begin()];
    await read(first, "c/new");
    const waiting = read(second, "c/new");
    await commit(first, create("c/new"));
    const [seen] = await waiting;
    expect(seen?.name.id).toBe("new");
  });

  it("is refused when a query it ran would answer differently", async () => {
    const { begin, plain, commit, storage } = world();
    const transaction = begin();
    transaction.checks.push((reader) => reader.collectionIds(database, "").length === 0);
    await plain(set("c/a", 1));
    await expect(commit(transaction, set("d/b", 1))).rejects.toEqual(aborted);
    expect(storage.latest.get(named("d/b"))).toBeNull();
  });

  it("that deadlocks reads on without its locks, and one of the two commits", async () => {
    const { begin, read, commit } = world();
    const [first, second] = [begin(), begin()];
    await read(first, "c/a");
    await read(second, "c/b");
    const waits = read(first, "c/b");
    await read(second, "c/a");
    await waits;
    const outcomes = await Promise.allSettled([
      commit(first, set("c/a", 1), set("c/b", 1)),
      commit(second, set("c/a", 2), set("c/b", 2)),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({ reason: { code: 10 } });
  });

  it("has ended after its commit, also a failed one, and gives back its documents", async () => {
    const { begin, read, commit, plain, transactions } = world();
    await plain(set("c/a", 1));
    const transaction = begin();
    await read(transaction, "c/a");
    await expect(commit(transaction, create("c/a"))).rejects.toEqual(code(6));
    expect(() => transactions.find(transaction.id, database)).toThrow(invalid);
    await plain(set("c/a", 2));
  });

  it("cannot be committed twice at once", async () => {
    const { begin, commit, transactions } = world();
    const transaction = begin();
    const first = commit(transaction, set("c/a", 1));
    expect(() => transactions.find(transaction.id, database)).toThrow(invalid);
    await first;
  });

  it("is known in its own database only", () => {
    const { begin, transactions } = world();
    const { id } = begin();
    expect(() => transactions.find(id, "projects/other/databases/(default)")).toThrow(invalid);
  });
});

describe("transactions that nobody ends", () => {
  it("end when they were idle for too long", async () => {
    const { begin, read, plain, transactions } = world({ idleMs: 1_000 });
    const transaction = begin();
    await read(transaction, "c/a");
    transactions.sweep(transaction.lastUsedAt + 1_000);
    expect(transactions.isOpen(transaction)).toBe(true);
    transactions.sweep(transaction.lastUsedAt + 1_001);
    expect(transactions.isOpen(transaction)).toBe(false);
    await plain(set("c/a", 1));
  });

  it("end sooner when somebody waits for their documents", async () => {
    const { begin, read, plain, transactions } = world({ idleWhileWantedMs: 100 });
    const [wanted, other] = [begin(), begin()];
    await read(wanted, "c/a");
    await read(other, "c/b");
    const late = plain(set("c/a", 1));
    await settled();
    transactions.sweep(wanted.lastUsedAt + 101);
    expect([transactions.isOpen(wanted), transactions.isOpen(other)]).toEqual([false, true]);
    await late;
  });

  it("end when they last too long, even if they are used", () => {
    const { begin, transactions } = world({ lifeMs: 1_000 });
    const transaction = begin();
    transaction.lastUsedAt = transaction.startedAt + 1_000;
    transactions.sweep(transaction.startedAt + 1_001);
    expect(transactions.isOpen(transaction)).toBe(false);
  });

  it("do not keep a plain write waiting for ever", async () => {
    const { begin, read, plain, transactions } = world({ lockWaitMs: 500 });
    await read(begin(), "c/a");
    const late = expect(plain(set("c/a", 1))).rejects.toEqual(aborted);
    await settled();
    transactions.sweep(Date.now() + 501);
    await late;
  });
});

describe("a read-only transaction", () => {
  it("goes on seeing the state of its beginning", async () => {
    const { transactions, plain } = world();
    await plain(set("c/a", 1));
    const transaction = transactions.beginReadOnly(database);
    await plain(set("c/a", 2));
    if (transaction.kind !== "read-only") throw new Error("It is one that reads and writes.");
    expect(transaction.snapshot.get(named("c/a"))?.fields().get("n")).toEqual(integer(1));
  });

  it("refuses writes", async () => {
    const { transactions, storage } = world();
    const transaction = transactions.beginReadOnly(database);
    await expect(commitTransaction(storage, transactions, transaction, [set("c/a", 1)])).rejects.toEqual(
      invalid,
    );
  });

  it("is one of a bounded number", () => {
    const { transactions } = world({ maxReadOnly: 1 });
    const first = transactions.beginReadOnly(database);
    expect(() => transactions.beginReadOnly(database)).toThrow(exhausted);
    transactions.end(first);
    transactions.beginReadOnly(database);
  });
});

describe("rolling back", () => {
  it("gives back the documents, and may be asked for twice", async () => {
    const { begin, read, plain, transactions } = world();
    const transaction = begin();
    await read(transaction, "c/a");
    transactions.rollBack(transaction.id, database);
    transactions.rollBack(transaction.id, database);
    await plain(set("c/a", 1));
  });

  it("is refused for an id that this run of the store never gave out", () => {
    const { transactions } = world();
    const other = new Transactions(ownStore());
    const { id } = other.beginReadWrite(database);
    onTestFinished(() => other.close());
    expect(() => transactions.rollBack(id, database)).toThrow(invalid);
    expect(() => transactions.rollBack(Buffer.from("x"), database)).toThrow(invalid);
  });
});

it("refuses more transactions at once than there may be", () => {
  const { begin } = world({ maxOpen: 2 });
  begin();
  begin();
  expect(begin).toThrow(exhausted);
});
