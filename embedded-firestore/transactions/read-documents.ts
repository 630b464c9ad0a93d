import { code, StatusError } from "../protocol/status.ts";
import type { Reader, StoredDocument } from "../storage/storage.ts";
import type { DocumentName } from "../values/document-name.ts";
import { lockAll } from "./lock-all.ts";
import type { ReadWriteTransaction } from "./transaction.ts";
import type { Transactions } from "./transactions.ts";

/**
 * Locks documents for a transaction that reads and writes, reads them and notes what it saw. When the wait was too long or
 * a deadlock, it goes on without locks and learns at its commit whether that was well. ABORTED when it has ended.
 */
export async function readDocuments(
  transactions: Transactions,
  transaction: ReadWriteTransaction,
  reader: Reader,
  names: readonly DocumentName[],
): Promise<(StoredDocument | null)[]> {
  await lockToRead(transactions, transaction, names);
  return names.map((name) => {
    const document = reader.get(name);
    noteRead(transaction, name, document);
    return document;
  });
}

/**
 * Takes the locks or, when it cannot have them, lets go of those it has. A refusal here would cost seconds: the SDK asks
 * again and again for a stream that fails before its first message, and begins anew only after that.
 */
async function lockToRead(
  transactions: Transactions,
  transaction: ReadWriteTransaction,
  names: readonly DocumentName[],
): Promise<void> {
  const keys = names.map((name) => name.full);
  const until = Date.now() + transactions.limits.lockWaitMs;
  const wait = lockAll(transactions.locks, transaction.owner, keys, "exclusive", until);
  if (wait === undefined) return;
  transaction.requests++;
  try {
    await wait;
  } catch (error) {
    if (!(error instanceof StatusError)) throw error;
    transactions.locks.release(transaction.owner);
  } finally {
    transaction.requests--;
    transaction.lastUsedAt = Date.now();
  }
  checkOpen(transactions, transaction);
}

/** Takes the locks; the transaction ends when it cannot have them. */
export async function lockDocuments(
  transactions: Transactions,
  transaction: ReadWriteTransaction,
  names: readonly DocumentName[],
): Promise<void> {
  const keys = names.map((name) => name.full);
  const until = Date.now() + transactions.limits.lockWaitMs;
  const wait = lockAll(transactions.locks, transaction.owner, keys, "shared", until);
  if (wait === undefined) return;
  transaction.requests++;
  try {
    await wait;
  } catch (error) {
    transactions.end(transaction);
    throw error;
  } finally {
    transaction.requests--;
    transaction.lastUsedAt = Date.now();
  }
  checkOpen(transactions, transaction);
}

function checkOpen(transactions: Transactions, transaction: ReadWriteTransaction): void {
  if (transactions.isOpen(transaction)) return;
  transactions.locks.release(transaction.owner);
  throw new StatusError(code.aborted, "The transaction ended while it waited for a document. Please retry.");
}

/** The first sight of a document is the one that must still hold at the end. */
function noteRead(
  transaction: ReadWriteTransaction,
  name: DocumentName,
  document: StoredDocument | null,
): void {
  if (!transaction.seen.has(name.full))
    transaction.seen.set(name.full, { name, updatedAt: document?.updatedAt ?? null });
}
