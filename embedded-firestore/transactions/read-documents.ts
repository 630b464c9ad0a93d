import { code, StatusError } from "../protocol/status.ts";
import type { Reader, StoredDocument } from "../storage/storage.ts";
import type { DocumentName } from "../values/document-name.ts";
import { lockAll } from "./lock-all.ts";
import type { ReadWriteTransaction } from "./transaction.ts";
import type { Transactions } from "./transactions.ts";

/**
 * Locks documents for a transaction that reads and writes, reads them and notes what it saw. ABORTED when the wait was too
 * long or a deadlock, which ends the transaction.
 */
export async function readDocuments(
  transactions: Transactions,
  transaction: ReadWriteTransaction,
  reader: Reader,
  names: readonly DocumentName[],
): Promise<(StoredDocument | null)[]> {
  await lockDocuments(transactions, transaction, names, "exclusive");
  return names.map((name) => {
    const document = reader.get(name);
    noteRead(transaction, name, document);
    return document;
  });
}

/** Takes the locks; the transaction ends when it cannot have them. */
export async function lockDocuments(
  transactions: Transactions,
  transaction: ReadWriteTransaction,
  names: readonly DocumentName[],
  mode: "shared" | "exclusive",
): Promise<void> {
  const keys = names.map((name) => name.full);
  const until = Date.now() + transactions.limits.lockWaitMs;
  const wait = lockAll(transactions.locks, transaction.owner, keys, mode, until);
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
