import { encodeFields } from "../values/codec.ts";
import type { DocumentName } from "../values/document-name.ts";
import type { Fields } from "../values/value.ts";
import { clearDatabase } from "./clear-database.ts";
import type { MainState } from "./main-state.ts";
import { readDocument } from "./read-document.ts";
import type { Change, IndexRow, IndexShape, KeyRange, Micros, StoredDocument, Writer } from "./storage.ts";
import { StoredRow } from "./stored-row.ts";
import { ViewReader } from "./view-reader.ts";
import { entryChanges, writeDocument } from "./write-document.ts";

/** A document touched: as it was before the commit, as written to SQLite so far, and as it shall be. */
type Touched = { before: StoredRow | null; written: StoredRow | null; after: StoredRow | null };

/**
 * One commit at work. Changes wait in memory until it is done, or until a scan has to see them; only then a savepoint is
 * needed to take them back.
 */
export class CommitWriter implements Writer {
  readonly commitTime: Micros;
  /** Whether anything was put or deleted. */
  hasTouched = false;
  readonly #state: MainState;
  readonly #reader: ViewReader;
  readonly #touched = new Map<string, Touched>();
  #hasSavepoint = false;

  constructor(state: MainState) {
    this.#state = state;
    this.#reader = new ViewReader(state);
    this.commitTime = state.nextTime();
  }

  readTime(): Micros {
    return this.#state.readTime();
  }

  get(name: DocumentName): StoredDocument | null {
    const touched = this.#touched.get(name.full);
    return touched === undefined ? readDocument(this.#state, name) : touched.after;
  }

  put(name: DocumentName, fields: Fields): void {
    const touched = this.#touch(name);
    const bytes = encodeFields(fields);
    const createdAt = touched.after?.createdAt ?? this.commitTime;
    const known = touched.written ?? touched.before ?? touched.after;
    const number = known?.number ?? this.#state.newNumber();
    touched.after = new StoredRow(number, name, { bytes, fields }, { createdAt, updatedAt: this.commitTime });
  }

  delete(name: DocumentName): void {
    this.#touch(name).after = null;
  }

  scan(
    of: { database: string; collection: string | null; shape: IndexShape },
    range: KeyRange,
    isReverse: boolean,
  ): Iterable<IndexRow> {
    this.#writeEarly();
    return this.#reader.scan(of, range, isReverse);
  }

  count(
    of: { database: string; collection: string | null; shape: IndexShape },
    range: KeyRange,
    most: number,
  ): number {
    this.#writeEarly();
    return this.#reader.count(of, range, most);
  }

  collectionIds(database: string, parent: string): string[] {
    this.#writeEarly();
    return this.#reader.collectionIds(database, parent);
  }

  documentIds(database: string, collection: string, after: string | null, limit: number): string[] {
    this.#writeEarly();
    return this.#reader.documentIds(database, collection, after, limit);
  }

  /** Deletes every document of a database; for a commit that does nothing else. */
  clear(database: string): void {
    this.hasTouched = true;
    this.#writeEarly();
    for (const before of clearDatabase(this.#state, database)) {
      this.#touched.set(before.name.full, { before, written: null, after: null });
    }
  }

  /** Writes what is left; returns what the commit changed. */
  finish(): Change[] {
    this.#write();
    if (this.#hasSavepoint) this.#state.connection.run("RELEASE work");
    const changes: Change[] = [];
    for (const { before, after } of this.#touched.values()) {
      const name = (after ?? before)?.name;
      if (name !== undefined) changes.push({ name, before, after });
    }
    return changes;
  }

  /** Takes back what was written. */
  undo(): void {
    if (!this.#hasSavepoint) return;
    this.#state.connection.run("ROLLBACK TO work");
    this.#state.connection.run("RELEASE work");
    this.#state.forget();
  }

  #touch(name: DocumentName): Touched {
    this.hasTouched = true;
    const known = this.#touched.get(name.full);
    if (known !== undefined) return known;
    const before = readDocument(this.#state, name);
    const touched: Touched = { before, written: before, after: before };
    this.#touched.set(name.full, touched);
    return touched;
  }

  #writeEarly(): void {
    if (!this.hasTouched) return;
    if (!this.#hasSavepoint) this.#state.connection.run("SAVEPOINT work");
    this.#hasSavepoint = true;
    this.#write();
  }

  /** Works out everything before it writes anything: what cannot be indexed fails this commit alone. */
  #write(): void {
    const { catalogue, tree } = this.#state;
    const open = [...this.#touched.values()].filter((touched) => touched.written !== touched.after);
    const changes = open.map(({ written, after }) => entryChanges(catalogue, written, after));
    const emptied = new Set<number>();
    open.forEach((touched, at) => {
      const { written, after } = touched;
      writeDocument(this.#state, written, after, changes[at] ?? []);
      touched.written = after;
      if (after === null && written !== null) {
        const collection = tree.find(written.name.database, written.name.collection);
        if (collection !== null) emptied.add(collection.id);
      }
    });
    if (emptied.size > 0) tree.prune(emptied);
  }
}
