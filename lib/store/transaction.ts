import type { Transaction as FirestoreTransaction } from "firebase-admin/firestore";
import { runTransaction } from "./run-transaction";

export type Transaction = FirestoreTransaction;

/** Runs reads, then writes, as one; `work` may run more than once, so it must change nothing outside. */
export function inTransaction<T>(work: (tx: Transaction) => Promise<T>): Promise<T> {
  return runTransaction(work);
}
