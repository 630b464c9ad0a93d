import type { WireTimestamp } from "../protocol/messages.ts";
import type { WireConsistency, WireTransactionOptions } from "../protocol/requests.ts";
import { code, invalid, StatusError } from "../protocol/status.ts";
import { toMicros } from "../protocol/timestamp.ts";
import type { Reader } from "../storage/storage.ts";
import type { Transaction } from "../transactions/transaction.ts";
import type { Engine } from "./engine.ts";

/** The state a request reads, and the transaction it reads in. */
export type View = {
  reader: Reader;
  transaction: Transaction | null;
  /** Its id when this request began it: the first answer carries it. */
  newId: Buffer | null;
};

/** The state a read asks for. A transaction that it asks to begin has begun after this. */
export function openView(engine: Engine, database: string, wants: WireConsistency): View {
  if (wants.newTransaction) {
    const transaction = beginTransaction(engine, database, wants.newTransaction);
    return { reader: readerOf(engine, transaction), transaction, newId: transaction.id };
  }
  if (wants.transaction && wants.transaction.length > 0) {
    const transaction = engine.transactions.find(wants.transaction, database);
    return { reader: readerOf(engine, transaction), transaction, newId: null };
  }
  if (wants.readTime) checkReadTime(engine, wants.readTime);
  return { reader: engine.storage.latest, transaction: null, newId: null };
}

/** Begins a transaction as its options say. INVALID_ARGUMENT, FAILED_PRECONDITION for a read time that cannot be served. */
export function beginTransaction(
  engine: Engine,
  database: string,
  options: WireTransactionOptions,
): Transaction {
  if (!options.readOnly) return engine.transactions.beginReadWrite(database);
  if (options.readOnly.readTime) checkReadTime(engine, options.readOnly.readTime);
  return engine.transactions.beginReadOnly(database);
}

/** Ends the transaction that a failed or abandoned request began: nobody knows its id. */
export function abandon(engine: Engine, view: View): void {
  if (view.newId !== null && view.transaction !== null) engine.transactions.end(view.transaction);
}

function readerOf(engine: Engine, transaction: Transaction): Reader {
  return transaction.kind === "read-only" ? transaction.snapshot : engine.storage.latest;
}

/** Only the newest state is kept: a time before the last commit is over, one that has not come yet is unknown. */
function checkReadTime(engine: Engine, readTime: WireTimestamp): void {
  const micros = toMicros(readTime);
  const newest = engine.storage.latest.readTime();
  if (micros > Math.max(newest, Date.now() * 1_000 + 999)) throw invalid("The read time is in the future.");
  if (micros < newest) throw tooOld();
}

const tooOld = () =>
  new StatusError(
    code.failedPrecondition,
    "The read time is too old: this store keeps the newest state only, and it has changed since.",
  );
