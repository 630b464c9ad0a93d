import { type DocumentName, numberOfId, parseName } from "../values/document-name.ts";
import { afterPrefix, concat, keyPart, nameKey } from "../values/index-key.ts";
import { compareBytes, compareTexts } from "../values/order.ts";
import type { Value } from "../values/value.ts";
import type { Cursor, Direction, Order } from "./query.ts";

/** A place among keys: before, or after, all that start with these bytes. */
export type Position = { bytes: Uint8Array; isAfter: boolean };

/** A stretch of keys; null is open. */
export type Interval = { from: Position | null; to: Position | null };

/** The first key at or after a position, null when there is none. */
export function keyAt({ bytes, isAfter }: Position): Uint8Array | null {
  return isAfter ? afterPrefix(bytes) : bytes;
}

export function comparePositions(a: Position, b: Position): number {
  const left = keyAt(a);
  const right = keyAt(b);
  if (left === null) return right === null ? 0 : 1;
  return right === null ? -1 : compareBytes(left, right);
}

/** Whether a key lies before a position. */
export function isBefore(key: Uint8Array, { bytes, isAfter }: Position): boolean {
  if (!isAfter) return compareBytes(key, bytes) < 0;
  return compareBytes(key.subarray(0, bytes.length), bytes) <= 0;
}

/** How keys are made up: as the order says, or all the other way round, for reading an index against its order. */
export type Layout = {
  orders: readonly Order[];
  isReverse: boolean;
  /** Collection whose ids are the names' part; null when it is the whole path. */
  collection: string | null;
  /** The value that all keys have in common in an order, and whether the keys leave it out. */
  constantOf(order: Order): { value: Value; isLeftOut: boolean } | undefined;
};

/** The place of a cursor among the keys of a layout. */
export function cursorPosition(cursor: Cursor, layout: Layout): Position {
  const parts: Uint8Array[] = [];
  const stop = (isAfter: boolean) => ({ bytes: concat(...parts), isAfter });
  for (const [index, value] of cursor.values.entries()) {
    const order = layout.orders[index] as Order;
    const direction = directionIn(layout, order);
    if (order.field === null) {
      const place = namePosition(
        parseName((value as Value & { kind: "reference" }).value),
        layout.collection,
        direction,
      );
      parts.push(place.bytes);
      if (place.side !== "exact") return stop(place.side === "after");
      continue;
    }
    const part = keyPart(value, direction);
    const constant = layout.constantOf(order);
    if (constant) {
      const difference = compareBytes(keyPart(constant.value, direction), part);
      if (difference !== 0) return stop(difference < 0);
      if (constant.isLeftOut) continue;
    }
    parts.push(part);
  }
  return stop(cursor.isBefore === layout.isReverse);
}

export function directionIn(layout: { isReverse: boolean }, order: Order): Direction {
  return layout.isReverse === (order.direction === "asc") ? "desc" : "asc";
}

/**
 * Where a name lies among names' key parts. A name outside the collection is before or after all, or, when it is below
 * a document of the collection, just after that document's.
 */
export function namePosition(
  name: DocumentName,
  collection: string | null,
  direction: Direction,
): { bytes: Uint8Array; side: "exact" | "before" | "after" } {
  if (collection === null) return { bytes: nameKey("group", name, direction), side: "exact" };
  if (name.collection === collection) return { bytes: nameKey("collection", name, direction), side: "exact" };
  if (name.collection.startsWith(`${collection}/`)) {
    const id = name.collection.slice(collection.length + 1).split("/", 1)[0] as string;
    return {
      bytes: nameKey("collection", { ...name, collection, id }, direction),
      side: direction === "asc" ? "after" : "before",
    };
  }
  const isAfter = comparePaths(`${name.collection}/${name.id}`, collection) > 0;
  return { bytes: new Uint8Array(0), side: isAfter === (direction === "asc") ? "after" : "before" };
}

/** Compares paths segment by segment. */
export function comparePaths(a: string, b: string): number {
  const left = a.split("/");
  const right = b.split("/");
  for (const [index, segment] of left.entries()) {
    const other = right[index];
    if (other === undefined) return 1;
    const difference = compareSegments(segment, other);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

export function compareSegments(a: string, b: string): number {
  const left = numberOfId(a);
  const right = numberOfId(b);
  if (left === undefined && right === undefined) return compareTexts(a, b);
  if (left === undefined) return 1;
  if (right === undefined) return -1;
  return left < right ? -1 : left > right ? 1 : 0;
}
