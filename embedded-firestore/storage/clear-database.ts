import { documentName } from "../values/document-name.ts";
import type { MainState } from "./main-state.ts";
import type { Writer } from "./storage.ts";

/** Deletes every document of a database. */
export function clearDatabase(state: MainState, database: string, writer: Writer): void {
  const databaseId = state.tree.databaseId(database);
  if (databaseId === null) return;
  const rows = state.connection.all(
    "SELECT c.path, d.id FROM collections c JOIN documents d ON d.collection = c.id WHERE c.database = ?",
    databaseId,
  );
  for (const [path, id] of rows) writer.delete(documentName(database, path as string, id as string));
}
