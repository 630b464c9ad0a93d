import type { Connection } from "./connection.ts";
import { readDefinition } from "./index-catalogue.ts";
import type { IndexShape, Micros } from "./storage.ts";

/** Documents of the collections that differ in document ids only: `conversations/*\/messages`. Bytes are of encoded fields. */
export type CollectionStats = { path: string; collections: number; documents: number; bytes: number };
/** An index with its rows, how many scans used it, and when the last one did. */
export type IndexStats = { shape: IndexShape; rows: number; uses: number; usedAt: Micros | null };
/** An index that queries would need in Google's Firestore, how many did, and when the last one did. */
export type QueryStats = { shape: IndexShape; uses: number; usedAt: Micros | null };
export type DatabaseStats = {
  name: string;
  collections: CollectionStats[];
  indexes: IndexStats[];
  queries: QueryStats[];
};
export type StoreStats = { fileBytes: number; schemaVersion: number; databases: DatabaseStats[] };

/** What a store holds. Looks at every row: takes about a second for a million. */
export function statsOf(connection: Connection): StoreStats {
  const pages = Number(connection.get("PRAGMA page_count")?.[0]);
  const pageBytes = Number(connection.get("PRAGMA page_size")?.[0]);
  const databases = connection.all("SELECT id, name FROM databases ORDER BY name");
  return {
    fileBytes: pages * pageBytes,
    schemaVersion: Number(connection.get("PRAGMA user_version")?.[0]),
    databases: databases.map(([id, name]) => statsOfDatabase(connection, id as number, name as string)),
  };
}

function statsOfDatabase(connection: Connection, id: number, name: string): DatabaseStats {
  const indexes = connection.all(
    `SELECT s.definition, s.uses, s.used_at, (SELECT count(*) FROM entries e WHERE e.shape = s.id)
     FROM shapes s WHERE s.database = ? ORDER BY s.definition`,
    id,
  );
  const queries = connection.all(
    "SELECT definition, uses, used_at FROM queries WHERE database = ? ORDER BY definition",
    id,
  );
  return {
    name,
    collections: collectionsOf(connection, id),
    indexes: indexes.map(([definition, uses, usedAt, rows]) => ({
      shape: readDefinition(definition as string),
      rows: rows as number,
      uses: uses as number,
      usedAt: usedAt as Micros | null,
    })),
    queries: queries.map(([definition, uses, usedAt]) => ({
      shape: readDefinition(definition as string),
      uses: uses as number,
      usedAt: usedAt as Micros | null,
    })),
  };
}

function collectionsOf(connection: Connection, database: number): CollectionStats[] {
  const rows = connection.all(
    `SELECT c.path, count(d.number), coalesce(sum(length(d.fields)), 0)
     FROM collections c LEFT JOIN documents d ON d.collection = c.id WHERE c.database = ? GROUP BY c.id`,
    database,
  );
  const byPattern = new Map<string, CollectionStats>();
  for (const [path, documents, bytes] of rows as unknown as [string, number, number][]) {
    const pattern = patternOf(path);
    const stats = byPattern.get(pattern) ?? { path: pattern, collections: 0, documents: 0, bytes: 0 };
    stats.collections += 1;
    stats.documents += documents;
    stats.bytes += bytes;
    byPattern.set(pattern, stats);
  }
  return [...byPattern.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
}

const patternOf = (path: string) =>
  path
    .split("/")
    .map((segment, at) => (at % 2 === 0 ? segment : "*"))
    .join("/");
