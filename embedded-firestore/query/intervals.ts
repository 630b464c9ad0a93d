import { parseName } from "../values/document-name.ts";
import { compareBytes, encodeOrder, typePrefix } from "../values/order.ts";
import type { Value } from "../values/value.ts";
import { comparePositions, type Interval, namePosition, type Position } from "./position.ts";
import type { Condition, Direction } from "./query.ts";

const open: Interval = { from: null, to: null };
const afterNull: Position = { bytes: typePrefix({ kind: "null" }), isAfter: true };
/** NaN sorts before it, and no range has NaN. */
const firstNumber: Position = {
  bytes: encodeOrder({ kind: "double", value: Number.NEGATIVE_INFINITY }),
  isAfter: false,
};

/** The stretches of a field's key parts where all of these inequalities on it hold, in the parts' order. */
export function fieldIntervals(conditions: readonly Condition[], direction: Direction): Interval[] {
  return inDirection(conditions.map(intervalsOf).reduce(intersect, [open]), direction);
}

/** The same for the name. `collection` as in namePosition. */
export function nameIntervals(
  conditions: readonly Condition[],
  collection: string | null,
  direction: Direction,
): Interval[] {
  const all = conditions.map(({ op, values }): Interval[] => {
    if (op === "not-in" || op === "==" || op === "contains") return [open];
    const { value } = values[0] as Value & { kind: "reference" };
    const place = namePosition(parseName(value), collection, "asc");
    const isUpper = op === "<" || op === "<=";
    const isAfter = place.side === "exact" ? op === ">" || op === "<=" : place.side === "after";
    const position = { bytes: place.bytes, isAfter };
    return [isUpper ? { from: null, to: position } : { from: position, to: null }];
  });
  return inDirection(all.reduce(intersect, [open]), direction);
}

function intervalsOf({ op, values, isNever }: Condition): Interval[] {
  if (isNever) return [];
  if (op === "not-in") return gapsBetween(values);
  if (op === "==" || op === "contains") return [open];
  const value = values[0] as Value;
  const bytes = encodeOrder(value);
  if (op === "<" || op === "<=") return [{ from: startOfType(value), to: { bytes, isAfter: op === "<=" } }];
  return [{ from: { bytes, isAfter: op === ">" }, to: { bytes: typePrefix(value), isAfter: true } }];
}

function startOfType(value: Value): Position {
  const isNumber = value.kind === "integer" || value.kind === "double";
  return isNumber ? firstNumber : { bytes: typePrefix(value), isAfter: false };
}

function gapsBetween(values: readonly Value[]): Interval[] {
  const excluded = values.map(encodeOrder).sort(compareBytes);
  const starts = [afterNull, ...excluded.map((bytes) => ({ bytes, isAfter: true }))];
  return starts.map((from, index) => {
    const bytes = excluded[index];
    return { from, to: bytes ? { bytes, isAfter: false } : null };
  });
}

function intersect(left: Interval[], right: Interval[]): Interval[] {
  return left.flatMap((one) =>
    right.flatMap((other) => {
      const from = later(one.from, other.from);
      const to = earlier(one.to, other.to);
      return from && to && comparePositions(from, to) >= 0 ? [] : [{ from, to }];
    }),
  );
}

function later(a: Position | null, b: Position | null): Position | null {
  if (!a || !b) return a ?? b;
  return comparePositions(a, b) > 0 ? a : b;
}

function earlier(a: Position | null, b: Position | null): Position | null {
  if (!a || !b) return a ?? b;
  return comparePositions(a, b) < 0 ? a : b;
}

function inDirection(intervals: Interval[], direction: Direction): Interval[] {
  if (direction === "asc") return intervals;
  return intervals
    .map(({ from, to }) => ({ from: to && inverted(to), to: from && inverted(from) }))
    .reverse();
}

function inverted({ bytes, isAfter }: Position): Position {
  return { bytes: bytes.map((byte) => ~byte), isAfter: !isAfter };
}
