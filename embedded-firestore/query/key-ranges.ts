import type { KeyRange } from "../storage/storage.ts";
import { parseName } from "../values/document-name.ts";
import { afterPrefix, concat, nameKey } from "../values/index-key.ts";
import { compareBytes } from "../values/order.ts";
import { fieldIntervals, nameIntervals } from "./intervals.ts";
import type { Alternative } from "./plan.ts";
import { cursorPosition, directionIn, type Interval, keyAt, type Layout, type Position } from "./position.ts";
import { keyScope, type Order, type Query } from "./query.ts";

type Part = {
  query: Query;
  alternative: Alternative;
  /** The key's bytes before the orders. */
  prefix: Uint8Array;
  /** The orders that the key holds. */
  keyOrders: readonly Order[];
  isReverse: boolean;
};

const nothing: KeyRange = { from: new Uint8Array(0), to: new Uint8Array(0) };

/** The ranges of an index that hold an alternative's rows, in the order of the result: what a range and the cursors say. */
export function keyRanges(part: Part): KeyRange[] {
  const whole: KeyRange = { from: part.prefix, to: afterPrefix(part.prefix) };
  const limits = [whole, ...cursorRanges(part), ...parentRange(part)];
  const ranges = firstIntervals(part).flatMap((interval) => {
    const range = [toRange(part.prefix, interval), ...limits].reduce(narrow);
    const isEmpty = range.from !== null && range.to !== null && compareBytes(range.from, range.to) >= 0;
    return isEmpty ? [] : [range];
  });
  return part.isReverse ? ranges.reverse() : ranges;
}

function firstIntervals({ query, alternative, keyOrders, isReverse }: Part): Interval[] {
  const first = keyOrders[0];
  if (!first) return [{ from: null, to: null }];
  const conditions = alternative.rest.filter(({ path }) => path === first.path);
  const direction = directionIn({ isReverse }, first);
  return first.field === null
    ? nameIntervals(conditions, query.collection, direction)
    : fieldIntervals(conditions, direction);
}

function cursorRanges({ query, alternative, prefix, keyOrders, isReverse }: Part): KeyRange[] {
  const layout: Layout = {
    orders: query.orders,
    isReverse,
    collection: query.collection,
    constantOf: (order) => {
      const value = alternative.equalities.get(order.path);
      return value && { value, isLeftOut: !keyOrders.includes(order) };
    },
  };
  const start = query.startAt && cursorPosition(query.startAt, layout);
  const end = query.endAt && cursorPosition(query.endAt, layout);
  const [from, to] = isReverse ? [end, start] : [start, end];
  return [toRange(prefix, { from, to })];
}

/** Below a parent, names alone can be read from where its descendants are. */
function parentRange({ query, prefix, keyOrders, isReverse }: Part): KeyRange[] {
  const first = keyOrders[0];
  if (query.scope !== "group" || query.parent === "" || first?.field !== null) return [];
  if (directionIn({ isReverse }, first) === "desc") return [];
  const parent = parseName(`${query.database}/documents/${query.parent}`);
  // A path's last byte says that it ends there; what is below starts with the bytes before.
  const bytes = concat(prefix, nameKey(keyScope(query), parent, "asc").slice(0, -1));
  return [{ from: bytes, to: afterPrefix(bytes) }];
}

function toRange(prefix: Uint8Array, { from, to }: Interval): KeyRange {
  const start = from && keyIn(prefix, from);
  if (from && start === null) return nothing;
  return { from: start, to: to && keyIn(prefix, to) };
}

function keyIn(prefix: Uint8Array, { bytes, isAfter }: Position): Uint8Array | null {
  return keyAt({ bytes: concat(prefix, bytes), isAfter });
}

function narrow(a: KeyRange, b: KeyRange): KeyRange {
  const from = a.from && b.from ? (compareBytes(a.from, b.from) > 0 ? a.from : b.from) : (a.from ?? b.from);
  const to = a.to && b.to ? (compareBytes(a.to, b.to) < 0 ? a.to : b.to) : (a.to ?? b.to);
  return { from, to };
}
