import { invalid } from "../protocol/status.ts";
import type { Reader } from "../storage/storage.ts";
import type { Value } from "../values/value.ts";
import type { Query } from "./query.ts";
import { queryRows } from "./run-query.ts";

/**
 * Up to `count` names that cut a collection group into parts of about the same size, in order: the values of cursors that
 * start one part and end the one before.
 */
export function partition(reader: Reader, query: Query, count: number): Value[][] {
  checkPartitionable(query);
  if (count <= 0) throw invalid("The partition count must be greater than zero.");
  let total = 0;
  for (const _ of queryRows(reader, query)) total++;
  const cuts: Value[][] = [];
  const parts = Math.min(count + 1, total);
  let index = 0;
  for (const row of queryRows(reader, query)) {
    if (cuts.length + 1 >= parts) break;
    if (index === Math.ceil(((cuts.length + 1) * total) / parts))
      cuts.push([{ kind: "reference", value: row.name.full }]);
    index++;
  }
  return cuts;
}

function checkPartitionable({ scope, filter, orders, startAt, endAt, offset, limit }: Query): void {
  const isWhole = !filter && !startAt && !endAt && offset === 0 && limit === null;
  const isByName = orders.length === 1 && orders[0]?.direction === "asc";
  if (scope === "collection" || !isWhole || !isByName)
    throw invalid(
      "Only a collection group ordered by __name__ ascending, with nothing else, can be partitioned.",
    );
}
