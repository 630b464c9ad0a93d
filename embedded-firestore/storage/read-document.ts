import { type DocumentName, documentName } from "../values/document-name.ts";
import { nameKey } from "../values/index-key.ts";
import type { Row } from "./connection.ts";
import { StoredRow } from "./stored-row.ts";
import type { View } from "./view.ts";

const columns = "number, created, updated, fields";

/** The document of a name, or null. */
export function readDocument(view: View, name: DocumentName): StoredRow | null {
  const cached = view.cache.byName(name.full);
  if (cached !== undefined && cached.updatedAt <= view.newest()) return cached;
  const collection = view.tree.find(name.database, name.collection);
  if (collection === null) return null;
  const row = view.connection.get(
    `SELECT ${columns} FROM documents WHERE collection = ? AND key = ?`,
    collection.id,
    nameKey("collection", name, "asc"),
  );
  return row === undefined ? null : remember(view, name, row);
}

/** The document of a row number, or null when it is gone. */
export function readDocumentOfNumber(view: View, number: number): StoredRow | null {
  const cached = view.cache.byNumber(number);
  if (cached !== undefined && cached.updatedAt <= view.newest()) return cached;
  const row = view.connection.get(
    `SELECT ${columns}, collection, id FROM documents WHERE number = ?`,
    number,
  );
  if (row === undefined) return null;
  const collection = view.tree.byId(row[4] as number);
  return remember(view, documentName(collection.database, collection.path, row[5] as string), row);
}

function remember(view: View, name: DocumentName, row: Row): StoredRow {
  const [number, createdAt, updatedAt, bytes] = row as [number, number, number, Uint8Array];
  const document = new StoredRow(number, name, { bytes, fields: null }, { createdAt, updatedAt });
  if (view.newest() === Number.POSITIVE_INFINITY) view.cache.add(document);
  return document;
}
