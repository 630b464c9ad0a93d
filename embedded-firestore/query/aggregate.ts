import type { WireAggregation } from "../protocol/messages.ts";
import { invalid } from "../protocol/status.ts";
import type { Reader } from "../storage/storage.ts";
import { getField } from "../values/field-path.ts";
import type { FieldPath, Value } from "../values/value.ts";
import { parseField } from "./parse-field.ts";
import type { Query } from "./query.ts";
import { queryRows } from "./run-query.ts";
import { Sum } from "./sum.ts";
import { withOrders } from "./to-orders.ts";

const maxAggregations = 5;

type Aggregation = {
  alias: string;
  path: string;
  field: FieldPath | null;
  kind: "count" | "sum" | "avg";
  upTo: number;
};

/**
 * Counts, sums and averages the result of a query, offset and limit applied. With a sum or an average, only documents
 * that have all those fields take part. Sums of integers that leave 64 bits become doubles; the average of nothing is null.
 */
export function aggregate(
  reader: Reader,
  query: Query,
  wire: readonly WireAggregation[],
): Map<string, Value> {
  const aggregations = toAggregations(query, wire);
  const fields = new Map(aggregations.flatMap(({ path, field }) => (field ? [[path, field] as const] : [])));
  const sums = new Map([...fields.keys()].map((path) => [path, new Sum()]));
  const most = fields.size > 0 ? Number.POSITIVE_INFINITY : Math.max(...aggregations.map(({ upTo }) => upTo));
  let count = 0;
  if (most > 0) {
    for (const row of queryRows(reader, withAggregatedFields(query, fields))) {
      count++;
      if (count >= most) break;
      for (const [path, field] of fields) sums.get(path)?.add(getField(row.document().fields(), field));
    }
  }
  return new Map(
    aggregations.map(({ alias, kind, path, upTo }) => {
      if (kind === "count")
        return [alias, { kind: "integer", value: BigInt(Math.min(count, upTo)) } as Value];
      const sum = sums.get(path) as Sum;
      return [alias, kind === "sum" ? sum.total() : sum.average()];
    }),
  );
}

/** The query whose documents are aggregated: one that asks for the fields that are summed. */
export function aggregatedQuery(query: Query, wire: readonly WireAggregation[]): Query {
  return withAggregatedFields(
    query,
    new Map(
      toAggregations(query, wire).flatMap(({ path, field }) => (field ? [[path, field] as const] : [])),
    ),
  );
}

function withAggregatedFields(query: Query, fields: ReadonlyMap<string, FieldPath>): Query {
  const added = [...fields].map(([path, field]) => ({ path, field }));
  const missing = added.filter(({ path }) => !query.orders.some((order) => order.path === path));
  if (missing.length === 0) return query;
  if (
    query.orders.length === query.explicitOrders ||
    query.disjuncts.flat().some(({ field }) => field === null)
  )
    throw invalid("Fields that are aggregated need an order of their own in a query by __name__.");
  missing.sort((a, b) => (a.path < b.path ? -1 : 1));
  return { ...query, orders: withOrders(query.orders.slice(0, -1), missing) };
}

function toAggregations(query: Query, wire: readonly WireAggregation[]): Aggregation[] {
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
