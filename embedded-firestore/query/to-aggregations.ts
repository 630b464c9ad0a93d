import type { WireAggregation } from "../protocol/messages.ts";
import { invalid } from "../protocol/status.ts";
import type { FieldPath } from "../values/value.ts";
import { parseField } from "./parse-field.ts";
import type { Query } from "./query.ts";
import { comparePaths, withOrders } from "./to-orders.ts";

const maxAggregations = 5;

/** `upTo` is where counting may stop, Infinity for the others. */
export type Aggregation = {
  alias: string;
  path: string;
  field: FieldPath | null;
  kind: "count" | "sum" | "avg";
  upTo: number;
};

/** Reads aggregations; one without an alias is `field_1`, counted from 1. */
export function toAggregations(query: Query, wire: readonly WireAggregation[]): Aggregation[] {
  if (wire.length === 0) throw invalid("Aggregations can not be empty.");
  if (wire.length > maxAggregations) throw invalid("The maximum number of aggregations is 5.");
  const aliases = new Set<string>();
  return wire.map((one, index) => {
    const alias = one.alias || `field_${index + 1}`;
    if (aliases.has(alias)) throw invalid("Aggregation aliases contain a duplicate.");
    if (/^__.*__$/s.test(alias)) throw invalid("An aggregation's alias is reserved.");
    aliases.add(alias);
    return { alias, ...toOperation(query, one) };
  });
}

/** The query whose documents are aggregated: ordered by the summed fields too, so that only documents that have them take part. */
export function aggregatedQuery(query: Query, aggregations: readonly Aggregation[]): Query {
  const missing = new Map(
    aggregations.flatMap(({ path, field }) => {
      const isMissing = field !== null && !query.orders.some((order) => order.path === path);
      return isMissing ? [[path, { path, field }]] : [];
    }),
  );
  if (missing.size === 0) return query;
  if (isByName(query))
    throw invalid("Fields that are aggregated need an order of their own in a query by __name__.");
  const added = [...missing.values()].sort((a, b) =>
    comparePaths(a.field as FieldPath, b.field as FieldPath),
  );
  return { ...query, orders: withOrders(query.orders.slice(0, -1), added) };
}

function isByName({ orders, explicitOrders, scope, parent, disjuncts }: Query): boolean {
  if (orders.length === explicitOrders || scope === "kindless") return true;
  return (scope === "group" && parent !== "") || disjuncts.flat().some(({ field }) => field === null);
}

function toOperation(query: Query, { count, sum, avg }: WireAggregation): Omit<Aggregation, "alias"> {
  if (count) return { kind: "count", path: "", field: null, upTo: toUpTo(count) };
  if (!sum && !avg) throw invalid("Operator field in Aggregation is not set.");
  const { path, field } = parseField((sum ?? avg)?.field);
  if (field === null) throw invalid("Aggregations are not supported for __name__.");
  if (
    query.select &&
    !query.select.some((selected) => selected.every((segment, at) => field[at] === segment))
  )
    throw invalid("An aggregated field is not among those that the query selects.");
  return { kind: sum ? "sum" : "avg", path, field, upTo: Number.POSITIVE_INFINITY };
}

function toUpTo({ upTo }: NonNullable<WireAggregation["count"]>): number {
  const value = upTo?.value;
  if (!upTo || value === null || value === undefined) return upTo ? 0 : Number.POSITIVE_INFINITY;
  const number = typeof value === "number" ? value : value.toNumber();
  if (number < 0)
    throw invalid("The `up_to` value in a COUNT aggregation must be greater than or equal to zero.");
  return number;
}
