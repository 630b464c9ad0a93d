import { type DocumentName, documentName } from "../values/document-name.ts";
import { nameKey } from "../values/index-key.ts";
import { countRows } from "./count-rows.ts";
import { isPrimary } from "./index-catalogue.ts";
import { readDocument } from "./read-document.ts";
import { type ScanSource, scan } from "./scan.ts";
import { scanWithoutIndex } from "./scan-without-index.ts";
import type { IndexRow, IndexShape, KeyRange, Micros, Reader, StoredDocument } from "./storage.ts";
import type { View } from "./view.ts";

const atRoot = new Uint8Array(0);
const mostIds = 1_000_000;

/** Reads what a view sees. */
export class ViewReader implements Reader {
  readonly #view: View;

  constructor(view: View) {
    this.#view = view;
  }

  readTime(): Micros {
    return this.#view.readTime();
  }

  get(name: DocumentName): StoredDocument | null {
    return readDocument(this.#view, name);
  }

  scan(
    of: { database: string; collection: string | null; shape: IndexShape },
    range: KeyRange,
    isReverse: boolean,
  ): Iterable<IndexRow> {
    const source = this.#source(of);
    if (source === null) return [];
    if (source === "none") return scanWithoutIndex(this.#view, of, range, isReverse);
    return scan(this.#view, source, range, isReverse);
  }

  count(
    of: { database: string; collection: string | null; shape: IndexShape },
    range: KeyRange,
    most: number,
  ): number {
    const source = this.#source(of);
    if (source === null) return 0;
    if (source === "none") return Math.min(most, scanWithoutIndex(this.#view, of, range, false).length);
    return countRows(this.#view, source, range, most);
  }

  collectionIds(database: string, parent: string): string[] {
    const { connection, tree } = this.#view;
    const databaseId = tree.databaseId(database);
    if (databaseId === null) return [];
    const owner = this.#owner(database, parent);
    if (owner === null) return [];
    const sql =
      "SELECT name FROM collections WHERE database = ? AND owner = ? AND owner_key = ? ORDER BY name";
    return connection.all(sql, databaseId, owner.collection, owner.key).map((row) => row[0] as string);
  }

  documentIds(database: string, collection: string, after: string | null, limit: number): string[] {
    const { connection, tree } = this.#view;
    const found = tree.find(database, collection);
    const databaseId = tree.databaseId(database);
    if (found === null || databaseId === null) return [];
    const from = after === null ? atRoot : keyOfId(database, collection, after);
    const rows = connection.all(
      `SELECT key, id FROM documents WHERE collection = ? AND key > ?
       UNION SELECT owner_key, owner_id FROM collections WHERE database = ? AND owner = ? AND owner_key > ?
       ORDER BY 1 LIMIT ?`,
      found.id,
      from,
      databaseId,
      found.id,
      from,
      Math.min(limit, mostIds),
    );
    return rows.map((row) => row[1] as string);
  }

  /** Where an index's rows are: null when there can be none, "none" when this view has no such index. */
  #source(of: {
    database: string;
    collection: string | null;
    shape: IndexShape;
  }): ScanSource | "none" | null {
    const view = this.#view;
    const isOfOne = of.shape.scope === "collection";
    if (isPrimary(of.shape)) {
      const collection = view.tree.find(of.database, of.collection ?? "");
      return collection && { documentsOf: collection.id };
    }
    const index = view.index(of.database, of.shape);
    const collection = isOfOne ? view.tree.find(of.database, of.collection ?? "") : null;
    if (isOfOne && collection === null) return null;
    return index === null ? "none" : { shape: index.id, collection: collection?.id ?? 0 };
  }

  #owner(database: string, parent: string): { collection: number; key: Uint8Array } | null {
    if (parent === "") return { collection: 0, key: atRoot };
    const slash = parent.lastIndexOf("/");
    const collection = this.#view.tree.find(database, parent.slice(0, slash));
    if (collection === null) return null;
    const key = keyOfId(database, collection.path, parent.slice(slash + 1));
    return { collection: collection.id, key };
  }
}

const keyOfId = (database: string, collection: string, id: string) =>
  nameKey("collection", documentName(database, collection, id), "asc");
