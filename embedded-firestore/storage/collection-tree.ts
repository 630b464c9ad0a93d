import { documentName } from "../values/document-name.ts";
import { nameKey } from "../values/index-key.ts";
import type { Connection } from "./connection.ts";

export type Collection = { id: number; database: string; path: string };

const maxKnown = 20_000;
const atRoot = new Uint8Array(0);

/**
 * Databases and collections by name and by number, as one connection sees them. What is found is remembered; forget it
 * (`clear`) when the state the connection sees changes behind our back.
 */
export class CollectionTree {
  readonly #connection: Connection;
  readonly #databases = new Map<string, number>();
  readonly #byName = new Map<string, Collection>();
  readonly #byId = new Map<number, Collection>();

  constructor(connection: Connection) {
    this.#connection = connection;
  }

  databaseId(name: string): number | null {
    const known = this.#databases.get(name);
    if (known !== undefined) return known;
    const row = this.#connection.get("SELECT id FROM databases WHERE name = ?", name);
    if (row === undefined) return null;
    this.#databases.set(name, row[0] as number);
    return row[0] as number;
  }

  requireDatabase(name: string): number {
    const known = this.databaseId(name);
    if (known !== null) return known;
    this.#connection.run("INSERT INTO databases (name) VALUES (?)", name);
    return this.databaseId(name) as number;
  }

  find(database: string, path: string): Collection | null {
    const known = this.#byName.get(nameOf(database, path));
    if (known !== undefined) return known;
    const databaseId = this.databaseId(database);
    if (databaseId === null) return null;
    const row = this.#connection.get(
      "SELECT id FROM collections WHERE database = ? AND path = ?",
      databaseId,
      path,
    );
    return row === undefined ? null : this.#remember({ id: row[0] as number, database, path });
  }

  byId(id: number): Collection {
    const known = this.#byId.get(id);
    if (known !== undefined) return known;
    const row = this.#connection.get(
      "SELECT d.name, c.path FROM collections c JOIN databases d ON d.id = c.database WHERE c.id = ?",
      id,
    );
    if (row === undefined) throw new Error(`There is no collection ${id}.`);
    return this.#remember({ id, database: row[0] as string, path: row[1] as string });
  }

  /** The collection, made when it is new, with the collections above it. */
  require(database: string, path: string): Collection {
    const known = this.find(database, path);
    if (known !== null) return known;
    const owner = this.#ownerOf(database, path);
    this.#connection.run(
      "INSERT INTO collections (database, path, name, owner, owner_key, owner_id) VALUES (?, ?, ?, ?, ?, ?)",
      this.requireDatabase(database),
      path,
      path.slice(path.lastIndexOf("/") + 1),
      owner.collection,
      owner.key,
      owner.id,
    );
    return this.find(database, path) as Collection;
  }

  /** Drops the rows of collections that hold nothing any more, upwards too. */
  prune(ids: Iterable<number>): void {
    const open = [...ids];
    for (let id = open.pop(); id !== undefined; id = open.pop()) {
      const row = this.#connection.get("SELECT database, owner FROM collections WHERE id = ?", id);
      if (row === undefined || !this.#isEmpty(row[0] as number, id)) continue;
      this.#connection.run("DELETE FROM collections WHERE id = ?", id);
      this.#forget(id);
      if (row[1] !== 0) open.push(row[1] as number);
    }
  }

  clear(): void {
    this.#databases.clear();
    this.#byName.clear();
    this.#byId.clear();
  }

  #ownerOf(database: string, path: string): { collection: number; key: Uint8Array; id: string } {
    const nameAt = path.lastIndexOf("/");
    if (nameAt < 0) return { collection: 0, key: atRoot, id: "" };
    const idAt = path.lastIndexOf("/", nameAt - 1);
    const id = path.slice(idAt + 1, nameAt);
    const collection = path.slice(0, idAt);
    const key = nameKey("collection", documentName(database, collection, id), "asc");
    return { collection: this.require(database, collection).id, key, id };
  }

  #isEmpty(databaseId: number, id: number): boolean {
    if (this.#connection.get("SELECT 1 FROM documents WHERE collection = ? LIMIT 1", id)) return false;
    const below = "SELECT 1 FROM collections WHERE database = ? AND owner = ? LIMIT 1";
    return this.#connection.get(below, databaseId, id) === undefined;
  }

  #remember(collection: Collection): Collection {
    if (this.#byId.size >= maxKnown) {
      this.#byId.clear();
      this.#byName.clear();
    }
    this.#byId.set(collection.id, collection);
    this.#byName.set(nameOf(collection.database, collection.path), collection);
    return collection;
  }

  #forget(id: number): void {
    const known = this.#byId.get(id);
    if (known === undefined) return;
    this.#byId.delete(id);
    this.#byName.delete(nameOf(known.database, known.path));
  }
}

const nameOf = (database: string, path: string) => `${database}/documents/${path}`;
