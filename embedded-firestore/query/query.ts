import type { DocumentName } from "../values/document-name.ts";
import type { FieldPath, Value } from "../values/value.ts";
import type { Position } from "./position.ts";

export type Direction = "asc" | "desc";

/** `in`, `!=` and the tests for null and NaN are written with these. A `not-in` never matches null. */
export type Operator = "==" | "<" | "<=" | ">" | ">=" | "contains" | "not-in";

/** A test of one field, or of the name, then `field` is null and `path` is `__name__`. */
export type Condition = {
  kind: "condition";
  path: string;
  field: FieldPath | null;
  op: Operator;
  /** One value, but for `not-in`, which has any number. */
  values: readonly Value[];
  /** No value passes: comparisons with null or NaN. */
  isNever: boolean;
  /** Says the same as another condition when the keys are equal. */
  key: string;
};

export type Filter =
  | Condition
  | { kind: "and"; filters: readonly Filter[] }
  | { kind: "or"; filters: readonly Filter[] };

/** A field of the order, or the name, then `field` is null. */
export type Order = { path: string; field: FieldPath | null; direction: Direction };

/** A place in the result: before or after all that have these values in the first orders. */
export type Cursor = { values: readonly Value[]; isBefore: boolean };

/** A query with everything said that Firestore takes for granted. */
export type Query = {
  database: string;
  /** Path of the document it runs below, "" for the root. */
  parent: string;
  /** One collection; all collections of an id below the parent; or, without an id, what is below the parent. */
  scope: "collection" | "group" | "kindless";
  collectionId: string | null;
  /** Path of the collection for scope "collection". */
  collection: string | null;
  /** For "kindless": whether it goes deeper than the collections of the parent. */
  isDeep: boolean;
  filter: Filter | null;
  /** The filter as alternatives, each a list of conditions that all hold. */
  disjuncts: readonly (readonly Condition[])[];
  /** How many of the orders the client named. */
  explicitOrders: number;
  /** All orders, the last is the name. */
  orders: readonly Order[];
  startAt: Cursor | null;
  endAt: Cursor | null;
  /** The cursors among sort keys. */
  start: Position | null;
  end: Position | null;
  offset: number;
  limit: number | null;
  /** Fields to return; null is all, [] is the name alone. */
  select: readonly FieldPath[] | null;
};

/** What keys of this query's documents say of a name: its id, or its whole path. */
export const keyScope = (query: Query): "collection" | "group" =>
  query.scope === "collection" ? "collection" : "group";

/** Whether a document's name lies where the query looks. */
export function isInScope(query: Query, name: DocumentName): boolean {
  if (name.database !== query.database) return false;
  if (query.scope === "collection") return name.collection === query.collection;
  if (query.scope === "group" && name.group !== query.collectionId) return false;
  if (query.parent !== "" && !name.collection.startsWith(`${query.parent}/`)) return false;
  return query.scope === "group" || query.isDeep || isChild(query.parent, name.collection);
}

function isChild(parent: string, collection: string): boolean {
  return !collection.includes("/", parent === "" ? 0 : parent.length + 1);
}
