import type { CollectionTree } from "./collection-tree.ts";
import type { Connection } from "./connection.ts";
import { definitionOf } from "./index-catalogue.ts";
import type { IndexShape } from "./storage.ts";

/** How often indexes and queries were used since it was last written. */
export class UseCounts {
  readonly #indexes = new Map<number, number>();
  readonly #queries = new Map<string, Map<string, number>>();

  readonly #wake: () => void;

  /** `wake` is called at each use; the counts should be written not long after. */
  constructor(wake: () => void) {
    this.#wake = wake;
  }

  get isEmpty(): boolean {
    return this.#indexes.size === 0 && this.#queries.size === 0;
  }

  noteIndex(id: number): void {
    this.#indexes.set(id, (this.#indexes.get(id) ?? 0) + 1);
    this.#wake();
  }

  noteQuery(database: string, production: readonly IndexShape[]): void {
    if (production.length === 0) return;
    const counts = this.#queries.get(database) ?? new Map<string, number>();
    this.#queries.set(database, counts);
    for (const shape of production) {
      const definition = definitionOf(shape);
      counts.set(definition, (counts.get(definition) ?? 0) + 1);
    }
    this.#wake();
  }

  /** Adds the counts to the file, inside a transaction. */
  write(connection: Connection, tree: CollectionTree): void {
    const now = Date.now() * 1000;
    for (const [id, uses] of this.#indexes) {
      connection.run("UPDATE shapes SET uses = uses + ?, used_at = ? WHERE id = ?", uses, now, id);
    }
    for (const [database, counts] of this.#queries) {
      const databaseId = tree.requireDatabase(database);
      for (const [definition, uses] of counts) {
        connection.run(addUses, databaseId, definition, uses, now);
      }
    }
  }

  /** The counts are on disk: start again at nothing. */
  written(): void {
    this.#indexes.clear();
    this.#queries.clear();
  }
}

const addUses = `INSERT INTO queries (database, definition, uses, used_at) VALUES (?, ?, ?, ?)
  ON CONFLICT (database, definition) DO UPDATE SET uses = uses + excluded.uses, used_at = excluded.used_at`;
