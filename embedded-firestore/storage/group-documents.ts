import { documentName } from "../values/document-name.ts";
import { StoredRow } from "./stored-row.ts";
import type { View } from "./view.ts";

/** Every document of a collection group with its collection's number, on a statement that must be finished at once. */
export function* groupDocuments(
  view: Pick<View, "connection" | "tree">,
  database: string,
  group: string,
): Generator<{ row: StoredRow; collection: number }> {
  const databaseId = view.tree.databaseId(database);
  if (databaseId === null) return;
  const rows = view.connection.iterate(
    `SELECT c.id, c.path, d.number, d.id, d.created, d.updated, d.fields
     FROM collections c JOIN documents d ON d.collection = c.id
     WHERE c.database = ? AND c.name = ?`,
    databaseId,
    group,
  );
  for (const row of rows) {
    const [collection, path, number, id, createdAt, updatedAt, bytes] = row as [
      number,
      string,
      number,
      string,
      number,
      number,
      Uint8Array,
    ];
    const name = documentName(database, path, id);
    yield {
      row: new StoredRow(number, name, { bytes, fields: null }, { createdAt, updatedAt }),
      collection,
    };
  }
}
