import type { WireAggregation } from "../protocol/messages.ts";
import type { Reader } from "../storage/storage.ts";
import { getField } from "../values/field-path.ts";
import type { FieldPath, Value } from "../values/value.ts";
import { countQuery } from "./count-query.ts";
import type { Query } from "./query.ts";
import { queryRows } from "./run-query.ts";
import { Sum } from "./sum.ts";
import { type Aggregation, aggregatedQuery, toAggregations } from "./to-aggregations.ts";

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
  const aggregated = aggregatedQuery(query, aggregations);
  const sums = new Map<string, { field: FieldPath; sum: Sum }>();
  for (const { path, field } of aggregations) if (field) sums.set(path, { field, sum: new Sum() });
  const count =
    sums.size > 0
      ? addUp(reader, aggregated, [...sums.values()])
      : countQuery(reader, aggregated, Math.max(...aggregations.map(({ upTo }) => upTo)));
  return new Map(aggregations.map((one) => [one.alias, resultOf(one, count, sums.get(one.path)?.sum)]));
}

/** Adds the fields of all documents up; their number. */
function addUp(reader: Reader, query: Query, sums: readonly { field: FieldPath; sum: Sum }[]): number {
  let count = 0;
  for (const row of queryRows(reader, query)) {
    count++;
    const fields = row.document().fields();
    for (const { field, sum } of sums) sum.add(getField(fields, field));
  }
  return count;
}

function resultOf({ kind, upTo }: Aggregation, count: number, sum: Sum | undefined): Value {
  if (sum) return kind === "sum" ? sum.total() : sum.average();
  return { kind: "integer", value: BigInt(Math.min(count, upTo)) };
}
