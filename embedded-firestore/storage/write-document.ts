import { indexKeys, nameKey } from "../values/index-key.ts";
import { insertEntry } from "./build-index.ts";
import type { Index, IndexCatalogue } from "./index-catalogue.ts";
import type { StoredRow } from "./stored-row.ts";
import type { View } from "./view.ts";

/** Index rows that a change takes away and adds. */
export type EntryChange = { index: Index; removed: readonly Uint8Array[]; added: readonly Uint8Array[] };

const none: readonly Uint8Array[] = [];

/** Which index rows change from one version of a document to the next (null: not there). */
export function entryChanges(
  catalogue: IndexCatalogue,
  before: StoredRow | null,
  after: StoredRow | null,
): EntryChange[] {
  const name = (after ?? before)?.name;
  if (name === undefined) return [];
  const changes: EntryChange[] = [];
  for (const index of catalogue.ofGroup(name.database, name.group)) {
    if (before !== null && after !== null && haveSame(index.tops, before, after)) continue;
    const removed = before === null ? none : indexKeys(index.shape, name, before.fields());
    const added = after === null ? none : indexKeys(index.shape, name, after.fields());
    const change = { index, removed: without(removed, added), added: without(added, removed) };
    if (change.removed.length + change.added.length > 0) changes.push(change);
  }
  return changes;
}

/** Writes a version of a document over the one before, with its index rows. */
export function writeDocument(
  view: View,
  before: StoredRow | null,
  after: StoredRow | null,
  changes: readonly EntryChange[],
): void {
  const { connection, tree, cache } = view;
  const row = after ?? before;
  if (row === null) return;
  const collection = tree.require(row.name.database, row.name.collection).id;
  for (const { index, removed, added } of changes) {
    const scope = index.shape.scope === "group" ? 0 : collection;
    for (const key of removed) connection.run(deleteEntry, index.id, scope, key);
    for (const key of added) connection.run(insertEntry, index.id, scope, key, row.number);
  }
  if (after === null) {
    connection.run("DELETE FROM documents WHERE number = ?", row.number);
    cache.remove(row);
    return;
  }
  if (before === null) {
    const key = nameKey("collection", row.name, "asc");
    const { createdAt, updatedAt, fieldBytes } = after;
    connection.run(
      insertDocument,
      row.number,
      collection,
      key,
      row.name.id,
      createdAt,
      updatedAt,
      fieldBytes,
    );
  } else {
    connection.run(updateDocument, after.createdAt, after.updatedAt, after.fieldBytes, row.number);
  }
  cache.add(after);
}

const deleteEntry = "DELETE FROM entries WHERE shape = ? AND collection = ? AND key = ?";
const insertDocument =
  "INSERT INTO documents (number, collection, key, id, created, updated, fields) VALUES (?, ?, ?, ?, ?, ?, ?)";
const updateDocument = "UPDATE documents SET created = ?, updated = ?, fields = ? WHERE number = ?";

/** Values are never changed in place, so that the same object is the same value. */
function haveSame(tops: readonly string[], before: StoredRow, after: StoredRow): boolean {
  const old = before.fields();
  const fresh = after.fields();
  for (const top of tops) if (old.get(top) !== fresh.get(top)) return false;
  return true;
}

function without(keys: readonly Uint8Array[], others: readonly Uint8Array[]): readonly Uint8Array[] {
  if (keys.length === 0 || others.length === 0) return keys;
  if (keys.length === 1 && others.length === 1) {
    return Buffer.compare(keys[0] as Uint8Array, others[0] as Uint8Array) === 0 ? none : keys;
  }
  const known = new Set(others.map(textOf));
  return keys.filter((key) => !known.has(textOf(key)));
}

const textOf = (key: Uint8Array) => Buffer.from(key.buffer, key.byteOffset, key.length).toString("latin1");
