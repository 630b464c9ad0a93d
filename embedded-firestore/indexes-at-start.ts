import { readFileSync } from "node:fs";
import type { WireFilter, WireQuery } from "./protocol/messages.ts";
import { shapesOf } from "./query/match-shapes.ts";
import { toQuery } from "./query/to-query.ts";
import type { OpenStorage } from "./storage/open-storage.ts";

type IndexFile = { indexes?: IndexEntry[] };
type IndexEntry = { collectionGroup: string; queryScope?: string; fields: IndexField[] };
type IndexField = { fieldPath: string; order?: string; arrayConfig?: string };

const ascending = 1;
const descending = 2;
const equal = 5;
const contains = 7;
const and = 1;

/**
 * Makes the indexes of a firestore.indexes.json in each database when its first commit comes, so that the first query
 * that needs one does not wait for it. An index is made as the query for which Firestore asks it would make it: its last
 * field in order, the others equal.
 */
export function requireIndexes(storage: OpenStorage, file: string): void {
  const { indexes = [] } = JSON.parse(readFileSync(file, "utf8")) as IndexFile;
  const done = new Set<string>();
  storage.onCommit(({ database }) => {
    if (done.has(database)) return;
    done.add(database);
    setImmediate(() => {
      for (const entry of indexes) require(storage, database, entry);
    });
  });
}

function require(storage: OpenStorage, database: string, entry: IndexEntry): void {
  const query = toQuery(`${database}/documents`, toWireQuery(entry));
  for (const shape of shapesOf(query)) storage.requireIndex(database, shape);
}

function toWireQuery(entry: IndexEntry): WireQuery {
  const fields = entry.fields.filter((field) => field.fieldPath !== "__name__");
  const last = fields.at(-1);
  const isOrdered = last !== undefined && last.arrayConfig === undefined;
  const filters = (isOrdered ? fields.slice(0, -1) : fields).map(toFilter);
  return {
    from: [{ collectionId: entry.collectionGroup, allDescendants: entry.queryScope === "COLLECTION_GROUP" }],
    where: filters.length === 0 ? null : { compositeFilter: { op: and, filters } },
    orderBy: isOrdered
      ? [
          {
            field: { fieldPath: last.fieldPath },
            direction: last.order === "DESCENDING" ? descending : ascending,
          },
        ]
      : [],
  };
}

function toFilter({ fieldPath, arrayConfig }: IndexField): WireFilter {
  const op = arrayConfig === undefined ? equal : contains;
  return { fieldFilter: { field: { fieldPath }, op, value: { kind: "boolean", value: true } } };
}
