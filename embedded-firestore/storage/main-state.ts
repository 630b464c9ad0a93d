import { buildIndex } from "./build-index.ts";
import { CollectionTree } from "./collection-tree.ts";
import type { Connection } from "./connection.ts";
import { DocumentCache } from "./document-cache.ts";
import { definitionOf, type Index, IndexCatalogue } from "./index-catalogue.ts";
import { toStatusError } from "./sql-error.ts";
import type { IndexShape, Micros } from "./storage.ts";
import { UseCounts } from "./use-counts.ts";
import type { View } from "./view.ts";

const cacheLimits = { maxBytes: 4 * 1024 * 1024, maxDocuments: 4_000 };

/** The connection that writes, and all that is kept in memory of the newest state. */
export class MainState implements View {
  readonly connection: Connection;
  readonly tree: CollectionTree;
  readonly cache = new DocumentCache(cacheLimits);
  readonly catalogue = new IndexCatalogue();
  readonly uses: UseCounts;
  /** Time of the last commit, on disk or in the open transaction. */
  lastTime: Micros;
  #committedTime: Micros;
  #nextNumber: number;

  /** `wake` is called when use counts wait to be written. */
  constructor(connection: Connection, wake: () => void) {
    this.connection = connection;
    this.uses = new UseCounts(wake);
    this.tree = new CollectionTree(connection);
    this.lastTime = this.#readTime();
    this.#committedTime = this.lastTime;
    this.#nextNumber = Number(connection.get("SELECT max(number) FROM documents")?.[0] ?? 0) + 1;
    this.catalogue.load(connection);
  }

  readTime(): Micros {
    return this.lastTime;
  }

  newest(): Micros {
    return Number.POSITIVE_INFINITY;
  }

  /** A row number for a new document. */
  newNumber(): number {
    return this.#nextNumber++;
  }

  /** Later than every commit before, also when the clock stepped back. */
  nextTime(): Micros {
    return Math.max(Date.now() * 1000, this.lastTime + 1);
  }

  get isInTransaction(): boolean {
    return this.connection.db.isTransaction;
  }

  /** The index of a shape, made when there is none. */
  requireIndex(database: string, shape: IndexShape): Index {
    const definition = definitionOf(shape);
    return this.catalogue.find(database, definition) ?? this.#makeIndex(database, definition);
  }

  index(database: string, shape: IndexShape): Index {
    const index = this.requireIndex(database, shape);
    this.uses.noteIndex(index.id);
    return index;
  }

  begin(): void {
    this.connection.run("BEGIN IMMEDIATE");
  }

  /** Puts the open transaction on disk. When that fails, undoes it and throws. */
  commit(): void {
    try {
      if (this.lastTime !== this.#committedTime) {
        this.connection.run("UPDATE meta SET value = ? WHERE name = 'commit_time'", this.lastTime);
      }
      this.connection.run("COMMIT");
    } catch (error) {
      this.rollback();
      throw error;
    }
    this.#committedTime = this.lastTime;
  }

  /** Puts the use counts on disk. */
  writeUses(): void {
    if (this.uses.isEmpty) return;
    this.begin();
    try {
      this.uses.write(this.connection, this.tree);
    } catch (error) {
      this.rollback();
      throw error;
    }
    this.commit();
    this.uses.written();
  }

  /** Undoes the open transaction, in memory too. */
  rollback(): void {
    if (this.isInTransaction) this.connection.run("ROLLBACK");
    this.forget();
    this.lastTime = this.#committedTime;
  }

  /** Drops all that is remembered of rows that may have been undone. */
  forget(): void {
    this.cache.clear();
    this.tree.clear();
    this.catalogue.load(this.connection);
  }

  #makeIndex(database: string, definition: string): Index {
    if (this.isInTransaction) return this.#addIndex(database, definition);
    try {
      this.begin();
      const index = this.#addIndex(database, definition);
      this.commit();
      return index;
    } catch (error) {
      this.rollback();
      throw toStatusError(error);
    }
  }

  #addIndex(database: string, definition: string): Index {
    const databaseId = this.tree.requireDatabase(database);
    this.connection.run("INSERT INTO shapes (database, definition) VALUES (?, ?)", databaseId, definition);
    const row = this.connection.get("SELECT last_insert_rowid()");
    const index = this.catalogue.add(row?.[0] as number, database, definition);
    buildIndex(this, index);
    return index;
  }

  #readTime(): Micros {
    return Number(this.connection.get("SELECT value FROM meta WHERE name = 'commit_time'")?.[0] ?? 0);
  }
}
