import { isDeepStrictEqual } from "node:util";
import type { DocumentReference, Query, Transaction } from "firebase-admin/firestore";
import { runTransaction } from "./run-transaction";
import { inTurn } from "./turns";

/** A document reference of any collection. */
export type AnyRef = { path: string };

type Entry = { ref: DocumentReference; before: unknown; after: unknown };

/** What would become of a document, with the names of its fields that change. */
export type PlannedWrite = {
  path: string;
  change: "created" | "changed" | "deleted" | "unchanged";
  fields: string[];
};

/**
 * One transaction's documents: read once, changed in memory, written together at the end. Firestore wants all
 * reads before the first write; with this, code may read and change in any order. What is equal to what was
 * read is not written.
 */
export class Unit {
  readonly tx: Transaction;
  private readonly entries = new Map<string, Entry>();
  private readonly finals: ((tx: Transaction) => void)[] = [];

  constructor(tx: Transaction) {
    this.tx = tx;
  }

  /** Reads documents in one round trip, for the `get`s to come. */
  async load(refs: readonly AnyRef[]): Promise<void> {
    const wanted = new Map<string, DocumentReference>();
    for (const ref of refs as readonly DocumentReference[]) {
      if (!this.entries.has(ref.path)) wanted.set(ref.path, ref);
    }
    if (wanted.size === 0) return;
    const snapshots = await this.tx.getAll(...wanted.values());
    for (const snapshot of snapshots) this.keep(snapshot.ref, snapshot.data() ?? null);
  }

  /** The document as this transaction has it so far; null when there is none. */
  async get<T>(ref: DocumentReference<T>): Promise<T | null> {
    await this.load([ref]);
    return (this.entries.get(ref.path)?.after ?? null) as T | null;
  }

  /** The documents that a query finds, as this transaction has them so far. */
  async find<T>(query: Query<T>): Promise<T[]> {
    const snapshot = await this.tx.get(query);
    for (const document of snapshot.docs) {
      if (!this.entries.has(document.ref.path)) this.keep(untyped(document.ref), document.data());
    }
    const rows = snapshot.docs.map((document) => this.entries.get(document.ref.path)?.after as T | null);
    return rows.filter((row): row is T => row !== null);
  }

  /** Changes a document that was read before. */
  set<T>(ref: DocumentReference<T>, value: T): void {
    this.entry(ref).after = value;
  }

  delete<T>(ref: DocumentReference<T>): void {
    this.entry(ref).after = null;
  }

  /** A write that `flush` makes after the others. */
  finally(write: (tx: Transaction) => void): void {
    this.finals.push(write);
  }

  /** Documents that `flush` is going to write or delete. */
  changed(): string[] {
    return [...this.entries.values()].filter(isChanged).map((entry) => entry.ref.path);
  }

  /** What `flush` would do to each document that was read. */
  planned(): PlannedWrite[] {
    return [...this.entries.values()].map(({ ref, before, after }) => {
      const fields = fieldsChanged(before, after);
      if (before === null && after !== null) return { path: ref.path, change: "created", fields };
      if (before !== null && after === null) return { path: ref.path, change: "deleted", fields: [] };
      return { path: ref.path, change: fields.length > 0 ? "changed" : "unchanged", fields };
    });
  }

  /** Remembers how things stand; the function it gives takes back all changes since, and keeps what was read. */
  savepoint(): () => void {
    const kept = new Map([...this.entries].map(([path, { after }]) => [path, after]));
    const finals = this.finals.length;
    return () => {
      for (const [path, entry] of this.entries) entry.after = kept.has(path) ? kept.get(path) : entry.before;
      this.finals.length = finals;
    };
  }

  flush(): void {
    for (const entry of this.entries.values()) {
      if (!isChanged(entry)) continue;
      if (entry.after === null) this.tx.delete(entry.ref);
      else if (entry.before === null) this.tx.create(entry.ref, entry.after as object);
      else this.tx.set(entry.ref, entry.after as object);
    }
    for (const write of this.finals) write(this.tx);
  }

  private keep(ref: DocumentReference, value: unknown): void {
    this.entries.set(ref.path, { ref, before: value, after: value });
  }

  private entry(ref: { path: string }): Entry {
    const entry = this.entries.get(ref.path);
    if (!entry) throw new Error("A document is changed that was not read before");
    return entry;
  }
}

/**
 * Runs `work` in a transaction and writes what it changed. It may run more than once. `turns`: keys of work that
 * should not run beside it in this process (see `inTurn`).
 */
export function inUnit<T>(work: (unit: Unit) => Promise<T>, turns: readonly string[] = []): Promise<T> {
  return inTurn(turns, () =>
    runTransaction(async (tx) => {
      const unit = new Unit(tx);
      const result = await work(unit);
      unit.flush();
      return result;
    }),
  );
}

/** `id` is the path's; a field that is not there is as good as one that is undefined. */
function fieldsChanged(before: unknown, after: unknown): string[] {
  const [old, now] = [before, after].map((value) => (value ?? {}) as Record<string, unknown>);
  const names = new Set([...Object.keys(old ?? {}), ...Object.keys(now ?? {})]);
  names.delete("id");
  return [...names].filter((name) => !isDeepStrictEqual(old?.[name], now?.[name])).sort();
}

function isChanged(entry: Entry): boolean {
  return !isDeepStrictEqual(entry.before, entry.after);
}

/** Entries of all collections share one map; a reference keeps its converter, so reading and writing stay typed. */
function untyped<T>(ref: DocumentReference<T>): DocumentReference {
  return ref as unknown as DocumentReference;
}
