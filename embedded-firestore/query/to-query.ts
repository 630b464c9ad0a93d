import type { WireCursor, WireQuery } from "../protocol/messages.ts";
import { code, invalid, StatusError } from "../protocol/status.ts";
import { parseParent } from "../values/document-name.ts";
import { checkOperand } from "../values/limits.ts";
import type { FieldPath } from "../values/value.ts";
import { checkFilter } from "./check-filter.ts";
import { toDisjuncts } from "./disjuncts.ts";
import { parseField } from "./parse-field.ts";
import { cursorPosition } from "./position.ts";
import type { Cursor, Order, Query } from "./query.ts";
import { checkName, toFilter } from "./to-filter.ts";
import { toOrders } from "./to-orders.ts";

const maxCollectionIdBytes = 1_500;

/**
 * Reads a query below `parent` (`projects/p/databases/d/documents`, or a document's name) and refuses, with Firestore's
 * codes, what Firestore refuses.
 */
export function toQuery(parent: string, wire: WireQuery): Query {
  const { database, path } = parseParent(parent);
  if (path !== "" && path.split("/").length % 2 !== 0)
    throw invalid("A query's parent is a document or the root.");
  if (wire.findNearest) throw new StatusError(code.unimplemented, "Vector search is not supported.");
  const filter = wire.where ? toFilter(wire.where, database) : null;
  const wireOrders = wire.orderBy ?? [];
  if (wire.where && filter) checkFilter(wire.where, filter, wireOrders.length);
  const disjuncts = toDisjuncts(filter);
  const orders = toOrders(wireOrders, filter);
  const query: Query = {
    ...toSource(path, wire),
    database,
    parent: path,
    filter,
    disjuncts,
    explicitOrders: wireOrders.length,
    orders,
    startAt: toCursor(wire.startAt, orders, wireOrders.length, database),
    endAt: toCursor(wire.endAt, orders, wireOrders.length, database),
    start: null,
    end: null,
    offset: toCount(wire.offset, "offset") ?? 0,
    limit: wire.limit ? toCount(wire.limit.value ?? 0, "limit") : null,
    select: toSelect(wire),
  };
  if (query.scope === "kindless") checkKindless(query);
  if (query.scope === "group" && path !== "") checkBelowDocument(query);
  return withCursors(query);
}

function toSource(
  parent: string,
  { from }: WireQuery,
): Pick<Query, "scope" | "collectionId" | "collection" | "isDeep"> {
  const [source, second] = from ?? [];
  if (second) throw invalid("StructuredQuery.from cannot have more than one collection selector.");
  const isDeep = source?.allDescendants ?? false;
  const id = source?.collectionId || null;
  if (id === null) return { scope: "kindless", collectionId: null, collection: null, isDeep };
  checkCollectionId(id);
  if (isDeep) return { scope: "group", collectionId: id, collection: null, isDeep };
  return {
    scope: "collection",
    collectionId: id,
    collection: parent === "" ? id : `${parent}/${id}`,
    isDeep,
  };
}

function checkCollectionId(id: string): void {
  if (id.includes("/")) throw invalid('A collection id has no "/".');
  if (Buffer.byteLength(id) > maxCollectionIdBytes)
    throw invalid("The collection id is longer than 1500 bytes.");
  if (id === "." || id === ".." || /^__.*__$/s.test(id)) throw invalid("The collection id is reserved.");
}

/** Indexes of a collection group know nothing of what is below what. */
function checkBelowDocument({ disjuncts, orders }: Query): void {
  if (orders.length > 1 || disjuncts.flat().some(({ field }) => field !== null))
    throw invalid("Collection group queries with fields are only allowed at the root.");
  if (orders[0]?.direction === "desc")
    throw new StatusError(
      code.failedPrecondition,
      "Collection group queries run backwards at the root only.",
    );
}

function checkKindless({ disjuncts, orders }: Query): void {
  if (disjuncts.flat().some(({ field }) => field !== null))
    throw invalid("A filter on a field needs a collection id.");
  if (orders.length > 1 || orders[0]?.direction === "desc")
    throw invalid("All orders except __name__ ascending need a collection id.");
}

function toCursor(
  wire: WireCursor | null | undefined,
  orders: readonly Order[],
  explicitOrders: number,
  database: string,
): Cursor | null {
  if (!wire) return null;
  const values = wire.values ?? [];
  if (values.length > explicitOrders) throw invalid("Cursor has too many values.");
  values.forEach(checkOperand);
  for (const [index, value] of values.entries())
    if (orders[index]?.field === null) checkName(value, database);
  return { values, isBefore: wire.before ?? false };
}

function withCursors(query: Query): Query {
  const layout = {
    orders: query.orders,
    isReverse: false,
    collection: query.collection,
    constantOf: () => undefined,
  };
  return {
    ...query,
    start: query.startAt && cursorPosition(query.startAt, layout),
    end: query.endAt && cursorPosition(query.endAt, layout),
  };
}

function toCount(value: number | null | undefined, what: string): number | null {
  if (value === null || value === undefined) return null;
  if (value < 0) throw invalid(`${what} is negative`);
  return value;
}

function toSelect({ select }: WireQuery): readonly FieldPath[] | null {
  if (!select) return null;
  return (select.fields ?? []).flatMap((wire) => {
    const { field } = parseField(wire);
    return field ? [field] : [];
  });
}
