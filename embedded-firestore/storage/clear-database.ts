import { documentName } from "../values/document-name.ts";
import type { MainState } from "./main-state.ts";
import { StoredRow } from "./stored-row.ts";

/** Deletes every document of a database, inside a transaction; returns them as they were. Its indexes stay, empty. */
export function clearDatabase(state: MainState, database: string): StoredRow[] {
  const { connection, tree } = state;
  const databaseId = tree.databaseId(database);
  if (databaseId === null) return [];
  const rows = connection.all(
    `SELECT d.number, d.created, d.updated, d.fields, c.path, d.id
     FROM collections c JOIN documents d ON d.collection = c.id WHERE c.database = ?`,
    databaseId,
  );
  connection.run("DELETE FROM entries WHERE shape IN (SELECT id FROM shapes WHERE database = ?)", databaseId);
  connection.run(
    "DELETE FROM documents WHERE collection IN (SELECT id FROM collections WHERE database = ?)",
    databaseId,
  );
  connection.run("DELETE FROM collections WHERE database = ?", databaseId);
  state.forget();
  return rows.map(([number, createdAt, updatedAt, bytes, path, id]) => {
    const name = documentName(database, path as string, id as string);
    const content = { bytes: bytes as Uint8Array, fields: null };
    const times = { createdAt: createdAt as number, updatedAt: updatedAt as number };
    return new StoredRow(number as number, name, content, times);
  });
}
