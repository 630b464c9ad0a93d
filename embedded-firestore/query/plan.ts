import type { IndexPart, IndexShape, KeyRange } from "../storage/storage.ts";
import type { DocumentName } from "../values/document-name.ts";
import { parseName } from "../values/document-name.ts";
import { concat, keyPart } from "../values/index-key.ts";
import { compareBytes } from "../values/order.ts";
import type { Value } from "../values/value.ts";
import { keyRanges } from "./key-ranges.ts";
import { nameField } from "./parse-field.ts";
import { namePasses, valuePasses } from "./passes.ts";
import { directionIn } from "./position.ts";
import { type Condition, isInScope, keyScope, type Order, type Query } from "./query.ts";

/** Rows of one index, in as many ranges. */
export type ScanSource = {
  kind: "scan";
  shape: IndexShape;
  /** In the order of the result. */
  ranges: KeyRange[];
  /** Bytes that all keys start with and that say nothing of the order. */
  prefix: Uint8Array;
  /** Bytes to put before the rest of the key for comparing rows of several sources. */
  mergePrefix: Uint8Array;
  /** What the ranges do not say, on the name and on the fields. */
  nameTests: readonly Condition[];
  fieldTests: readonly Condition[];
};

/** One document by its name. */
export type GetSource = { kind: "get"; name: DocumentName };

export type Source = ScanSource | GetSource;

/** How a query is answered: sources that are each in the result's order, merged by keys of `mergeOrders`. */
export type Plan = { isReverse: boolean; mergeOrders: readonly Order[]; sources: Source[] };

/** An alternative of the filter, taken apart. */
export type Alternative = {
  equalities: Map<string, Value>;
  contains: Condition | null;
  name: DocumentName | null;
  rest: Condition[];
};

const plans = new WeakMap<Query, Plan>();

/** The plan of a query with a collection id. */
export function planOf(query: Query): Plan {
  const known = plans.get(query);
  if (known) return known;
  const plan = makePlan(query);
  plans.set(query, plan);
  return plan;
}

/** The alternatives that some document may pass. */
export function alternativesOf(query: Query): Alternative[] {
  return query.disjuncts.flatMap((disjunct) => toAlternative(disjunct) ?? []);
}

function makePlan(query: Query): Plan {
  const alternatives = alternativesOf(query);
  const mergeOrders = query.orders.filter((order) => !isSameInAll(alternatives, order));
  const isReverse = mergeOrders[0]?.direction === "desc";
  const sources = alternatives.flatMap((alternative): Source[] => {
    const { name } = alternative;
    if (name) return isInScope(query, name) ? [{ kind: "get", name }] : [];
    const source = scanSource(query, alternative, mergeOrders, isReverse);
    return source.ranges.length > 0 ? [source] : [];
  });
  return { isReverse, mergeOrders, sources: withoutRepeatedNames(sources) };
}

function toAlternative(disjunct: readonly Condition[]): Alternative | null {
  const alternative: Alternative = { equalities: new Map(), contains: null, name: null, rest: [] };
  const { equalities } = alternative;
  for (const condition of disjunct) {
    if (condition.isNever) return null;
    const value = condition.values[0] as Value;
    if (condition.op === "==" && condition.field !== null) equalities.set(condition.path, value);
    if (condition.op === "==" && value.kind === "reference" && condition.field === null)
      alternative.name = parseName(value.value);
  }
  for (const condition of disjunct) {
    const equal = equalities.get(condition.path);
    if (equal && !valuePasses(condition, equal)) return null;
    if (condition.field === null && alternative.name && !namePasses(condition, alternative.name)) return null;
    if (equal || condition.op === "==") continue;
    if (condition.op === "contains") alternative.contains = condition;
    else alternative.rest.push(condition);
  }
  return alternative;
}

function isSameInAll(alternatives: readonly Alternative[], { path }: Order): boolean {
  const [first, ...others] = alternatives.map(({ equalities }) => equalities.get(path));
  if (!first) return false;
  const bytes = keyPart(first, "asc");
  return others.every((value) => value && compareBytes(keyPart(value, "asc"), bytes) === 0);
}

function scanSource(
  query: Query,
  alternative: Alternative,
  mergeOrders: readonly Order[],
  isReverse: boolean,
): ScanSource {
  const { equalities, rest } = alternative;
  const fixed = fixedParts(alternative);
  const firstFree = mergeOrders.findIndex(({ path }) => !equalities.has(path));
  const keyOrders = mergeOrders.slice(firstFree);
  const direction = (order: Order) => directionIn({ isReverse }, order);
  const parts = [
    ...fixed.map(({ path, mode }): IndexPart => ({ path, mode })),
    ...keyOrders.map((order): IndexPart => ({ path: order.path, mode: direction(order) })),
  ];
  const prefix = concat(...fixed.map(({ value }) => keyPart(value, "asc")));
  const bounded = keyOrders[0]?.path;
  const mergePrefix = mergeOrders
    .slice(0, firstFree)
    .map((order) => keyPart(equalities.get(order.path) as Value, direction(order)));
  return {
    kind: "scan",
    shape: { group: query.collectionId ?? "", scope: keyScope(query), parts },
    ranges: keyRanges({ query, alternative, prefix, keyOrders, isReverse }),
    prefix,
    mergePrefix: concat(...mergePrefix),
    nameTests: rest.filter(({ path, op }) => path === nameField && (path !== bounded || op === "not-in")),
    fieldTests: rest.filter(({ path }) => path !== nameField && path !== bounded),
  };
}

/** The parts of an index that have one value in all rows read, in the order of their paths. */
function fixedParts({ equalities, contains }: Alternative): (IndexPart & { value: Value })[] {
  const parts = [...equalities].map(([path, value]) => ({ path, mode: "asc" as IndexPart["mode"], value }));
  if (contains) parts.push({ path: contains.path, mode: "contains", value: contains.values[0] as Value });
  return parts.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function withoutRepeatedNames(sources: Source[]): Source[] {
  const seen = new Set<string>();
  return sources.filter((source) => {
    if (source.kind === "scan") return true;
    const isNew = !seen.has(source.name.full);
    seen.add(source.name.full);
    return isNew;
  });
}
