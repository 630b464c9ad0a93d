/** Marks the file as ours ("PFst"). */
export const applicationId = 0x50467374;

/**
 * Steps from one schema version to the next; the first makes an empty file version 1. Never change one that was released.
 *
 * - `collections`: one row for each collection that has documents, or missing documents with descendants. `owner` and
 *   `owner_key` say below which document it is (0 and empty at the root), `name` is its id.
 * - `documents.key` is the id in name order; `fields` are the encoded field entries.
 * - `entries` are index rows: `collection` is 0 when the index runs over a whole group.
 * - `queries` are the indexes that the queries seen would need in Google's Firestore.
 * - `used_at` (version 2) is when an index or a query was last used, in microseconds, or null.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE meta (name TEXT PRIMARY KEY, value) WITHOUT ROWID;
  INSERT INTO meta VALUES ('commit_time', CAST(unixepoch('subsec') * 1000000 AS INTEGER));
  CREATE TABLE databases (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE);
  CREATE TABLE collections (
    id INTEGER PRIMARY KEY,
    database INTEGER NOT NULL,
    path TEXT NOT NULL,
    name TEXT NOT NULL,
    owner INTEGER NOT NULL,
    owner_key BLOB NOT NULL,
    owner_id TEXT NOT NULL,
    UNIQUE (database, path)
  );
  CREATE INDEX collections_by_group ON collections (database, name);
  CREATE UNIQUE INDEX collections_below ON collections (database, owner, owner_key, name);
  CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    collection INTEGER NOT NULL,
    key BLOB NOT NULL,
    id TEXT NOT NULL,
    created INTEGER NOT NULL,
    updated INTEGER NOT NULL,
    fields BLOB NOT NULL,
    UNIQUE (collection, key)
  );
  CREATE TABLE shapes (
    id INTEGER PRIMARY KEY,
    database INTEGER NOT NULL,
    definition TEXT NOT NULL,
    uses INTEGER NOT NULL DEFAULT 0,
    UNIQUE (database, definition)
  );
  CREATE TABLE entries (
    shape INTEGER NOT NULL,
    collection INTEGER NOT NULL,
    key BLOB NOT NULL,
    document INTEGER NOT NULL,
    PRIMARY KEY (shape, collection, key)
  ) WITHOUT ROWID;
  CREATE TABLE queries (
    database INTEGER NOT NULL,
    definition TEXT NOT NULL,
    uses INTEGER NOT NULL DEFAULT 0,
    PRIMARY KEY (database, definition)
  ) WITHOUT ROWID;
  `,
  `
  ALTER TABLE shapes ADD COLUMN used_at INTEGER;
  ALTER TABLE queries ADD COLUMN used_at INTEGER;
  `,
];
