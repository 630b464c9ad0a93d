import { documentName } from "../values/document-name.ts";
import { StoredRow } from "./stored-row.ts";
import type { View } from "./view.ts";

/**
 * Every document of a collection group, or of one collection of it, with its collection's number. On a statement that
 * must be finished at once.
 */
export function* groupDocuments(
  view: Pick<View, "connection" | "tree">,
  database: string,
  group: string,
  collection: string | null = null,
): Generator<{ row: StoredRow; collection: number }> {
  const databaseId = view.tree.databaseId(database);
  if (databaseId === null) return;
  const rows = view.connection.iterate(
    `SELECT c.id, c.path, d.number, d.id, d.created, d.updated, d.fields
     FROM collections c JOIN documents d ON d.collection = c.id
     WHERE c.database = ?1 AND c.name = ?2 AND (?3 IS NULL OR c.path = ?3)`,
    databaseId,
    group,
    collection,
  );
  for (const row of rows) {
    const [collectionId, path, number, id, createdAt, updatedAt, bytes] = row as [
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
      collection: collectionId,
    };
  }
}
