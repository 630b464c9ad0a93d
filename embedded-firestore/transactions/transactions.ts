import { randomBytes } from "node:crypto";
import { code, invalid, StatusError } from "../protocol/status.ts";
import type { Storage } from "../storage/storage.ts";
import { Locks } from "./locks.ts";
import { newReadOnly, newReadWrite, type ReadWriteTransaction, type Transaction } from "./transaction.ts";

/** How long things last, in milliseconds, and how many there may be. */
export type TransactionLimits = {
  /** A transaction nobody uses ends after this. */
  idleMs: number;
  /** The same when somebody waits for its documents. */
  idleWhileWantedMs: number;
  /** The longest a transaction may take. */
  lifeMs: number;
  /** The longest a request waits for a document. */
  lockWaitMs: number;
  maxOpen: number;
  maxReadOnly: number;
  sweepMs: number;
};

export const defaultLimits: TransactionLimits = {
  idleMs: 60_000,
  idleWhileWantedMs: 5_000,
  lifeMs: 270_000,
  lockWaitMs: 30_000,
  maxOpen: 10_000,
  maxReadOnly: 200,
  sweepMs: 250,
};

/** The open transactions of one store. */
export class Transactions {
  readonly locks = new Locks();
  readonly limits: TransactionLimits;
  readonly #storage: Storage;
  readonly #open = new Map<string, Transaction>();
  readonly #idPrefix = randomBytes(8);
  #lastId = 0;
  #readOnly = 0;
  #sweeper: NodeJS.Timeout | null = null;

  constructor(storage: Storage, limits: TransactionLimits = defaultLimits) {
    this.#storage = storage;
    this.limits = limits;
  }

  /** Begins one that reads and writes. RESOURCE_EXHAUSTED when too many are open. */
  beginReadWrite(database: string): ReadWriteTransaction {
    this.#checkRoom();
    const transaction = newReadWrite(this.#nextId(), database, Date.now());
    this.#add(transaction);
    return transaction;
  }

  /** Begins one that reads the state of now. RESOURCE_EXHAUSTED when too many are open. */
  beginReadOnly(database: string): Transaction {
    this.#checkRoom();
    if (this.#readOnly >= this.limits.maxReadOnly) throw tooMany();
    const transaction = newReadOnly(this.#nextId(), database, Date.now(), this.#storage.openSnapshot());
    this.#readOnly++;
    this.#add(transaction);
    return transaction;
  }

  /** The open transaction of this id and database. INVALID_ARGUMENT when there is none. */
  find(id: Uint8Array, database: string): Transaction {
    const transaction = this.#open.get(keyOf(id));
    if (transaction === undefined || transaction.isEnding || transaction.database !== database)
      throw unknown();
    transaction.lastUsedAt = Date.now();
    return transaction;
  }

  /** Ends the transaction of this id, if it has not ended yet. INVALID_ARGUMENT when it was never one of this store's run. */
  rollBack(id: Uint8Array, database: string): void {
    const transaction = this.#open.get(keyOf(id));
    if (transaction === undefined && this.#wasOurs(id)) return;
    this.end(this.find(id, database));
  }

  isOpen(transaction: Transaction): boolean {
    return this.#open.get(keyOf(transaction.id)) === transaction;
  }

  /** Ends a transaction, committed or not: its locks and its snapshot go. */
  end(transaction: Transaction): void {
    if (!this.#open.delete(keyOf(transaction.id))) return;
    if (transaction.kind === "read-write") {
      this.locks.release(transaction.owner);
      return;
    }
    this.#readOnly--;
    transaction.snapshot.close();
  }

  /** Ends all; for when the server stops. */
  close(): void {
    for (const transaction of [...this.#open.values()]) this.end(transaction);
    this.#stopSweeping();
  }

  /** Ends what lasted too long. `now` in milliseconds since the epoch. */
  sweep(now: number): void {
    this.locks.expire(now);
    for (const transaction of [...this.#open.values()])
      if (this.#isOver(transaction, now)) this.end(transaction);
    if (this.#open.size === 0) this.#stopSweeping();
  }

  #isOver(transaction: Transaction, now: number): boolean {
    if (transaction.requests > 0) return false;
    if (now - transaction.startedAt > this.limits.lifeMs) return true;
    const idleMs = now - transaction.lastUsedAt;
    if (idleMs > this.limits.idleMs) return true;
    if (idleMs <= this.limits.idleWhileWantedMs || transaction.kind === "read-only") return false;
    return this.locks.isWanted(transaction.owner);
  }

  #add(transaction: Transaction): void {
    this.#open.set(keyOf(transaction.id), transaction);
    if (this.#sweeper !== null) return;
    this.#sweeper = setInterval(() => this.sweep(Date.now()), this.limits.sweepMs);
    this.#sweeper.unref();
  }

  #stopSweeping(): void {
    if (this.#sweeper !== null) clearInterval(this.#sweeper);
    this.#sweeper = null;
  }

  #checkRoom(): void {
    if (this.#open.size >= this.limits.maxOpen) throw tooMany();
  }

  #wasOurs(id: Uint8Array): boolean {
    const bytes = Buffer.from(id);
    if (bytes.length !== 16 || !bytes.subarray(0, 8).equals(this.#idPrefix)) return false;
    return bytes.readBigUInt64BE(8) <= BigInt(this.#lastId);
  }

  /** Unknown to every other run of the store, so that an id from before a restart is not mistaken for a new one. */
  #nextId(): Buffer {
    const id = Buffer.alloc(16);
    this.#idPrefix.copy(id);
    id.writeBigUInt64BE(BigInt(++this.#lastId), 8);
    return id;
  }
}

const keyOf = (id: Uint8Array) => Buffer.from(id.buffer, id.byteOffset, id.byteLength).toString("latin1");
const unknown = () => invalid("The referenced transaction has expired or is no longer valid.");
const tooMany = () => new StatusError(code.resourceExhausted, "Too many transactions are open at once.");
