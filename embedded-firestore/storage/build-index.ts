import { indexKeys } from "../values/index-key.ts";
import type { Connection } from "./connection.ts";
import { groupDocuments } from "./group-documents.ts";
import type { Index } from "./index-catalogue.ts";
import type { View } from "./view.ts";

type Entry = { collection: number; key: Uint8Array; document: number };

/** Entries sorted and inserted at a time. */
const batchSize = 50_000;

export const insertEntry = "INSERT INTO entries (shape, collection, key, document) VALUES (?, ?, ?, ?)";

/** Fills a new index from every document of its group. Inside a transaction. */
export function buildIndex(view: Pick<View, "connection" | "tree">, index: Index): void {
  const { database, shape } = index;
  let batch: Entry[] = [];
  for (const { row, collection } of groupDocuments(view, database, shape.group)) {
    const scope = shape.scope === "group" ? 0 : collection;
    for (const key of indexKeys(shape, row.name, row.fields())) {
      batch.push({ collection: scope, key, document: row.number });
    }
    if (batch.length < batchSize) continue;
    insert(view.connection, index.id, batch);
    batch = [];
  }
  insert(view.connection, index.id, batch);
}

/** In key order: that is several times faster for the B-tree. */
function insert(connection: Connection, shape: number, batch: Entry[]): void {
  batch.sort((a, b) => a.collection - b.collection || Buffer.compare(a.key, b.key));
  for (const entry of batch) connection.run(insertEntry, shape, entry.collection, entry.key, entry.document);
}
