import type { WireFilter, WireOrder, WireQuery } from "@/embedded-firestore/protocol/messages";
import type { StoredDocument } from "@/embedded-firestore/storage/storage";
import type { Fields, Value } from "@/embedded-firestore/values/value";
import { compareIndependently as compare } from "../values/compare-independently";

type Order = { path: string; isDescending: boolean };

/**
 * What a query of all documents gives, by the words of Firestore's documentation: filter, sort, cut. Written apart from
 * what it judges; only for queries that are not refused.
 */
export function naiveQuery(all: readonly StoredDocument[], wire: WireQuery): string[] {
  const [source] = wire.from ?? [];
  const orders = allOrders(wire);
  const found = all
    .filter(({ name }) => name.group === source?.collectionId)
    .filter(({ name }) => source?.allDescendants || name.collection === source?.collectionId)
    .filter((document) => orders.every(({ path }) => valueAt(document, path) !== undefined))
    .filter((document) => !wire.where || passes(wire.where, document))
    .sort((a, b) => compareBy(orders, (path) => [valueAt(a, path), valueAt(b, path)]))
    .filter((document) => isAfterStart(document, orders, wire) && isBeforeEnd(document, orders, wire));
  const offset = wire.offset ?? 0;
  const end = wire.limit ? offset + (wire.limit.value ?? 0) : undefined;
  return found.slice(offset, end).map(({ name }) => name.full);
}

function allOrders(wire: WireQuery): Order[] {
  const named = (wire.orderBy ?? []).map(({ field, direction }: WireOrder) => ({
    path: field?.fieldPath ?? "",
    isDescending: direction === 2,
  }));
  const isDescending = named.at(-1)?.isDescending ?? false;
  const paths = [...new Set(unequalPaths(wire.where)), "__name__"];
  const missing = paths.filter((path) => !named.some((order) => order.path === path));
  const fields = missing.filter((path) => path !== "__name__").sort();
  const last = missing.includes("__name__") ? ["__name__"] : [];
  return [...named, ...[...fields, ...last].map((path) => ({ path, isDescending }))];
}

function unequalPaths(filter: WireFilter | null | undefined): string[] {
  if (filter?.compositeFilter) return (filter.compositeFilter.filters ?? []).flatMap(unequalPaths);
  const { field, op = 0 } = filter?.fieldFilter ?? filter?.unaryFilter ?? {};
  const isUnequal = filter?.fieldFilter ? asksForOrder(op ?? 0, filter.fieldFilter.value) : (op ?? 0) >= 4;
  return isUnequal ? [field?.fieldPath ?? ""] : [];
}

/** Inequalities do, but for those that nothing can pass because of the one value they have. */
function asksForOrder(op: number, operand: Value | null | undefined): boolean {
  if (!operand || ![1, 2, 3, 4, 6, 10].includes(op)) return false;
  const only = op === 10 ? elements(operand) : [operand];
  if (op === 6 || op === 10) return only.length !== 1 || only[0]?.kind !== "null";
  return operand.kind !== "null" && !isNan(operand);
}

function passes(filter: WireFilter, document: StoredDocument): boolean {
  const { compositeFilter, fieldFilter, unaryFilter } = filter;
  if (compositeFilter) {
    const results = (compositeFilter.filters ?? []).map((one) => passes(one, document));
    return compositeFilter.op === 1 ? results.every(Boolean) : results.some(Boolean);
  }
  const test = fieldFilter ?? unaryFilter;
  const value = valueAt(document, test?.field?.fieldPath ?? "");
  if (value === undefined) return false;
  return fieldFilter?.value
    ? compares(fieldFilter.op ?? 0, value, fieldFilter.value)
    : isOfKind(unaryFilter?.op ?? 0, value);
}

function isOfKind(op: number, value: Value): boolean {
  if (op === 2) return isNan(value);
  if (op === 3) return value.kind === "null";
  return value.kind !== "null" && (op === 5 || !isNan(value));
}

function compares(op: number, value: Value, operand: Value): boolean {
  const list = operand.kind === "array" ? operand.values : [];
  if (op === 8) return list.some((one) => equals(value, one));
  if (op === 9) return elements(value).some((one) => list.some((other) => equals(one, other)));
  if (op === 10)
    return value.kind !== "null" && !list.some((one) => one.kind === "null" || equals(value, one));
  if (op === 7) return elements(value).some((one) => equals(one, operand));
  if (op === 5) return equals(value, operand);
  if (op === 6) return value.kind !== "null" && operand.kind !== "null" && !equals(value, operand);
  if (isNan(value) || isNan(operand) || operand.kind === "null" || !isAlike(value, operand)) return false;
  const difference = compare(value, operand);
  if (difference === 0) return op === 2 || op === 4;
  return difference < 0 ? op <= 2 : op >= 3;
}

/** Null and NaN equal nothing, not even themselves. */
function equals(value: Value, operand: Value): boolean {
  return operand.kind !== "null" && !isNan(operand) && compare(value, operand) === 0;
}

const elements = (value: Value) => (value.kind === "array" ? value.values : []);
const isNan = (value: Value) => value.kind === "double" && Number.isNaN(value.value);
const isNumber = (value: Value) => value.kind === "integer" || value.kind === "double";
const isAlike = (a: Value, b: Value) => a.kind === b.kind || (isNumber(a) && isNumber(b));

function valueAt({ name, fields }: StoredDocument, path: string): Value | undefined {
  if (path === "__name__") return { kind: "reference", value: name.full };
  return path
    .split(".")
    .reduce<Value | undefined>(
      (value, segment) => (value?.kind === "map" ? value.fields.get(segment) : undefined),
      { kind: "map", fields: fields() as Fields },
    );
}

function compareBy(orders: Order[], pair: (path: string) => [Value | undefined, Value | undefined]): number {
  for (const { path, isDescending } of orders) {
    const [left, right] = pair(path);
    const difference = left && right ? compare(left, right) : 0;
    if (difference !== 0) return isDescending ? -difference : difference;
  }
  return 0;
}

function toCursor(document: StoredDocument, orders: Order[], values: readonly Value[]): number {
  const compared = orders.slice(0, values.length);
  return compareBy(compared, (path) => [
    valueAt(document, path),
    values[compared.findIndex((order) => order.path === path)],
  ]);
}

function isAfterStart(document: StoredDocument, orders: Order[], { startAt }: WireQuery): boolean {
  if (!startAt) return true;
  const difference = toCursor(document, orders, startAt.values ?? []);
  return difference > 0 || (difference === 0 && startAt.before === true);
}

function isBeforeEnd(document: StoredDocument, orders: Order[], { endAt }: WireQuery): boolean {
  if (!endAt) return true;
  const difference = toCursor(document, orders, endAt.values ?? []);
  return difference < 0 || (difference === 0 && endAt.before !== true);
}
