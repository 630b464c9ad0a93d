import type { WireWrite } from "../protocol/messages.ts";
import { code, invalid, StatusError } from "../protocol/status.ts";
import type { Micros, Storage, Writer } from "../storage/storage.ts";
import { commitWrites, type WriteResult } from "../writes/commit-writes.ts";
import { targetOf } from "../writes/targets.ts";
import { lockAll, lockForPlainCommit } from "./lock-all.ts";
import { newOwner } from "./locks.ts";
import { lockDocuments } from "./read-documents.ts";
import { isUnchanged, type ReadWriteTransaction, type Transaction } from "./transaction.ts";
import type { Transactions } from "./transactions.ts";

export type Committed = {
  commitTime: Micros;
  results: WriteResult[];
};

/** Commits writes outside a transaction. They wait, for a bounded time, for transactions that hold their documents. */
export async function commitPlain(
  storage: Storage,
  transactions: Transactions,
  database: string,
  writes: WireWrite[],
): Promise<Committed> {
  const owner = newOwner();
  const { locks, limits } = transactions;
  const keys = writes.map((write) => targetOf(write).full);
  const until = Date.now() + limits.lockWaitMs;
  try {
    const wait = lockAll(locks, owner, keys, "shared", until);
    if (wait !== undefined) await lockForPlainCommit(wait, locks, owner, keys, until);
    return await storage.commit(database, (writer) => write(writer, database, writes));
  } finally {
    locks.release(owner);
  }
}

/**
 * Commits a transaction: everything it read is looked at again and its writes are made, in one step. It has ended
 * afterwards, whatever came of it. ABORTED when something it read has changed.
 */
export async function commitTransaction(
  storage: Storage,
  transactions: Transactions,
  transaction: Transaction,
  writes: WireWrite[],
): Promise<Committed> {
  transaction.isEnding = true;
  try {
    if (transaction.kind === "read-only") return commitReadOnly(transaction.snapshot.readTime(), writes);
    return await commitReadWrite(storage, transactions, transaction, writes);
  } finally {
    transactions.end(transaction);
  }
}

function commitReadOnly(readTime: Micros, writes: WireWrite[]): Committed {
  if (writes.length > 0) throw invalid("Cannot modify entities in a read-only transaction.");
  return { commitTime: readTime, results: [] };
}

async function commitReadWrite(
  storage: Storage,
  transactions: Transactions,
  transaction: ReadWriteTransaction,
  writes: WireWrite[],
): Promise<Committed> {
  transaction.requests++;
  await lockDocuments(transactions, transaction, writes.map(targetOf));
  return storage.commit(transaction.database, (writer) => {
    if (!isUnchanged(transaction, writer)) throw changed();
    return write(writer, transaction.database, writes);
  });
}

function write(writer: Writer, database: string, writes: WireWrite[]): Committed {
  if (writes.length === 0) return { commitTime: writer.readTime(), results: [] };
  return { results: commitWrites(writer, database, writes), commitTime: writer.commitTime };
}

const changed = () =>
  new StatusError(code.aborted, "What the transaction read has changed since. Please retry.");
