import type { Reader, StoredDocument } from "../storage/storage.ts";
import { type DocumentName, documentName } from "../values/document-name.ts";
import { nameKey } from "../values/index-key.ts";
import type { Value } from "../values/value.ts";
import { passesFilter } from "./passes.ts";
import { comparePaths, compareSegments, isBefore } from "./position.ts";
import type { Query } from "./query.ts";

type Found = { name: DocumentName; document(): StoredDocument };
type Walk = { reader: Reader; query: Query; lower: readonly string[] };

const pageSize = 200;

/** Documents below the parent in the order of their names, whatever their collection: what a recursive delete reads. */
export function* walkKindless(reader: Reader, query: Query): Generator<Found> {
  const upper = upperPath(query);
  const walk = { reader, query, lower: lowerPath(query)?.split("/") ?? [] };
  const depth = query.parent === "" ? 0 : query.parent.split("/").length;
  for (const found of walkBelow(walk, query.parent, depth, isOnWay(walk.lower, query.parent))) {
    const { name } = found;
    if (upper && comparePaths(`${name.collection}/${name.id}`, upper) > 0) return;
    const key = nameKey("group", name, "asc");
    if (query.start && isBefore(key, query.start)) continue;
    if (query.end && !isBefore(key, query.end)) return;
    if (query.filter && !passesFilter(query.filter, name, new Map())) continue;
    yield found;
  }
}

/** `isOnLower` says that the path so far is the start of the lower bound's. */
function* walkBelow(walk: Walk, parent: string, depth: number, isOnLower: boolean): Generator<Found> {
  const { reader, query, lower } = walk;
  for (const id of reader.collectionIds(query.database, parent)) {
    const difference = isOnLower && lower[depth] !== undefined ? compareSegments(id, lower[depth]) : 1;
    if (difference < 0) continue;
    const collection = parent === "" ? id : `${parent}/${id}`;
    const first = difference === 0 ? lower[depth + 1] : undefined;
    if (first !== undefined) yield* walkDocument(walk, collection, first, depth, true);
    for (let after: string | null = first ?? null; ; ) {
      const ids = reader.documentIds(query.database, collection, after, pageSize);
      for (const documentId of ids) yield* walkDocument(walk, collection, documentId, depth, false);
      if (ids.length < pageSize) break;
      after = ids.at(-1) ?? null;
    }
  }
}

function* walkDocument(
  walk: Walk,
  collection: string,
  id: string,
  depth: number,
  isOnLower: boolean,
): Generator<Found> {
  const { reader, query } = walk;
  const name = documentName(query.database, collection, id);
  const document = reader.get(name);
  if (document) yield { name, document: () => document };
  if (query.isDeep) yield* walkBelow(walk, `${collection}/${id}`, depth + 2, isOnLower);
}

/** A path that everything in the result is at or after. */
function lowerPath(query: Query): string | undefined {
  return furthest(query, [">", ">=", "=="], query.startAt?.values[0], 1);
}

/** A path that everything in the result is at or before. */
function upperPath(query: Query): string | undefined {
  return furthest(query, ["<", "<=", "=="], query.endAt?.values[0], -1);
}

function furthest(query: Query, ops: string[], cursor: Value | undefined, sign: number): string | undefined {
  const [disjunct, ...others] = query.disjuncts;
  const conditions = others.length === 0 ? (disjunct ?? []) : [];
  const values = conditions.flatMap(({ op, values }) => (ops.includes(op) ? values : []));
  if (cursor) values.push(cursor);
  const paths = values.map((value) => (value.kind === "reference" ? pathOf(query, value.value) : ""));
  return paths.sort((a, b) => sign * comparePaths(b, a))[0];
}

function pathOf(query: Query, full: string): string {
  return full.slice(`${query.database}/documents/`.length);
}

function isOnWay(lower: readonly string[], parent: string): boolean {
  if (parent === "") return true;
  return parent.split("/").every((segment, index) => lower[index] === segment);
}
