import type { KeyRange, Reader } from "../storage/storage.ts";
import { compareBytes } from "../values/order.ts";
import { shapeKey } from "./match-shapes.ts";
import { planOf, type ScanSource, type Source } from "./plan.ts";
import type { Query } from "./query.ts";
import { queryRows } from "./run-query.ts";

/** How many documents a query gives, offset and limit applied, counted no further than `upTo`. */
export function countQuery(reader: Reader, query: Query, upTo: number): number {
  const most = Math.min(upTo, query.limit ?? Number.POSITIVE_INFINITY);
  if (most === 0) return 0;
  const all = countRanges(reader, query, query.offset + most);
  if (all !== null) return Math.max(0, Math.min(all - query.offset, most));
  let count = 0;
  for (const _ of queryRows(reader, query)) if (++count >= most) break;
  return count;
}

/** How many rows the ranges of all sources have, when each row is a document of its own; else null. */
function countRanges(reader: Reader, query: Query, upTo: number): number | null {
  if (query.scope === "kindless" || (query.scope === "group" && query.parent !== "")) return null;
  const { sources } = planOf(query);
  if (!sources.every(isExact) || !areApart(sources)) return null;
  let count = 0;
  for (const { shape, ranges } of sources) {
    const of = { database: query.database, collection: query.collection, shape };
    for (const range of ranges) {
      if (count >= upTo) return count;
      count += reader.count(of, range, upTo - count);
    }
  }
  return count;
}

/** Whether the ranges of a source say all there is to say. */
function isExact(source: Source): source is ScanSource {
  return source.kind === "scan" && source.nameTests.length === 0 && source.fieldTests.length === 0;
}

/** Whether no document is in two sources: they read apart ranges of one index that has each document once. */
function areApart(sources: readonly ScanSource[]): boolean {
  if (sources.length < 2) return true;
  const shapes = new Set(sources.map(({ shape }) => shapeKey(shape)));
  if (shapes.size > 1 || sources[0]?.shape.parts.some(({ mode }) => mode === "contains")) return false;
  const ranges = sources
    .flatMap((source) => source.ranges)
    .sort((a, b) => compareBytes(startOf(a), startOf(b)));
  return ranges.every(({ to }, index) => {
    const next = ranges[index + 1];
    return !next || (to !== null && compareBytes(to, startOf(next)) <= 0);
  });
}

const lowest = new Uint8Array(0);
const startOf = ({ from }: KeyRange) => from ?? lowest;
