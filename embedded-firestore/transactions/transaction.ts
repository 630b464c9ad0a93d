import type { Micros, Reader, Snapshot } from "../storage/storage.ts";
import type { DocumentName } from "../values/document-name.ts";
import { type LockOwner, newOwner } from "./locks.ts";

/** A transaction that is open. */
export type Transaction = ReadWriteTransaction | ReadOnlyTransaction;

export type ReadWriteTransaction = Common & {
  kind: "read-write";
  /** Its document locks. */
  owner: LockOwner;
  /** Documents read one by one: when each was last updated, null for a missing one. */
  seen: Map<string, { name: DocumentName; updatedAt: Micros | null }>;
  /** One for each query that ran: whether it would answer the same now. */
  checks: ((reader: Reader) => boolean)[];
};

export type ReadOnlyTransaction = Common & { kind: "read-only"; snapshot: Snapshot };

type Common = {
  /** What the client names it by. */
  id: Buffer;
  database: string;
  /** Milliseconds since the epoch. */
  startedAt: number;
  lastUsedAt: number;
  /** Requests of it that are being answered: while there are any it is not idle. */
  requests: number;
  /** Its commit has begun: no other request may use it. */
  isEnding: boolean;
};

export function newReadWrite(id: Buffer, database: string, now: number): ReadWriteTransaction {
  return { kind: "read-write", ...common(id, database, now), owner: newOwner(), seen: new Map(), checks: [] };
}

export function newReadOnly(
  id: Buffer,
  database: string,
  now: number,
  snapshot: Snapshot,
): ReadOnlyTransaction {
  return { kind: "read-only", ...common(id, database, now), snapshot };
}

const common = (id: Buffer, database: string, now: number): Common => ({
  id,
  database,
  startedAt: now,
  lastUsedAt: now,
  requests: 0,
  isEnding: false,
});

/** Whether everything a transaction read is still as it was. */
export function isUnchanged(transaction: ReadWriteTransaction, reader: Reader): boolean {
  for (const { name, updatedAt } of transaction.seen.values())
    if ((reader.get(name)?.updatedAt ?? null) !== updatedAt) return false;
  return transaction.checks.every((check) => check(reader));
}
