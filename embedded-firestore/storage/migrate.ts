import type { Connection } from "./connection.ts";
import { applicationId, migrations } from "./schema.ts";

/**
 * Brings a file to the newest schema, step by step in one transaction. Throws a plain sentence when a newer version wrote
 * the file, or something else than this engine.
 */
export function migrate(connection: Connection, file: string, steps: readonly string[] = migrations): void {
  const version = numberOf(connection, "user_version");
  if (version > steps.length) {
    throw new Error(
      `A newer version wrote ${file} (schema ${version}, this one knows ${steps.length}). Start that version again.`,
    );
  }
  if (version === 0 && numberOf(connection, "schema_version") > 0) {
    throw new Error(`${file} is a database of another program. Choose another folder.`);
  }
  if (version > 0 && numberOf(connection, "application_id") !== applicationId) {
    throw new Error(`${file} is a database of another program. Choose another folder.`);
  }
  if (version === steps.length) return;
  connection.exec("BEGIN IMMEDIATE");
  try {
    for (const step of steps.slice(version)) connection.exec(step);
    connection.exec(`PRAGMA application_id = ${applicationId}`);
    connection.exec(`PRAGMA user_version = ${steps.length}`);
    connection.exec("COMMIT");
  } catch (error) {
    if (connection.db.isTransaction) connection.exec("ROLLBACK");
    throw error;
  }
}

function numberOf(connection: Connection, pragma: string): number {
  const row = connection.db.prepare(`PRAGMA ${pragma}`).get();
  return Number(row?.[pragma] ?? 0);
}
