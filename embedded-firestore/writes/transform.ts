import type { WireTransform } from "../protocol/messages.ts";
import type { Micros } from "../storage/storage.ts";
import { encodeOrder } from "../values/order.ts";
import type { Value } from "../values/value.ts";

type Num = Value & { kind: "integer" | "double" };

const greatest = 9_223_372_036_854_775_807n;
const least = -9_223_372_036_854_775_808n;

/** What a field's value becomes. The transform has passed check-write.ts. */
export function transformed(transform: WireTransform, current: Value | undefined, commitTime: Micros): Value {
  const { increment, maximum, minimum, appendMissingElements, removeAllFromArray } = transform;
  if (increment) return sum(current, increment as Num);
  if (maximum) return extreme(current, maximum as Num, (operand, value) => operand > value);
  if (minimum) return extreme(current, minimum as Num, (operand, value) => operand < value);
  if (appendMissingElements) return { kind: "array", values: union(current, appendMissingElements.values) };
  if (removeAllFromArray) return { kind: "array", values: difference(current, removeAllFromArray.values) };
  return requestTime(commitTime);
}

/** Whole milliseconds, as Firestore sets it. */
function requestTime(commitTime: Micros): Value {
  const seconds = Math.floor(commitTime / 1_000_000);
  return {
    kind: "timestamp",
    seconds,
    nanos: Math.floor((commitTime - seconds * 1_000_000) / 1_000) * 1_000_000,
  };
}

/** Integers stay at their bounds instead of overflowing. What is no number counts as absent. */
function sum(current: Value | undefined, operand: Num): Value {
  if (current?.kind !== "integer" && current?.kind !== "double") return operand;
  if (current.kind === "integer" && operand.kind === "integer") {
    const total = current.value + operand.value;
    return { kind: "integer", value: total > greatest ? greatest : total < least ? least : total };
  }
  return { kind: "double", value: Number(current.value) + Number(operand.value) };
}

/** The current value stays when it is equal, whatever its type. NaN wins over all. */
function extreme(
  current: Value | undefined,
  operand: Num,
  isBeyond: (operand: bigint | number, current: bigint | number) => boolean,
): Value {
  if (current?.kind !== "integer" && current?.kind !== "double") return operand;
  if (isNan(current)) return current;
  return isNan(operand) || isBeyond(operand.value, current.value) ? operand : current;
}

const isNan = (value: Num) => value.kind === "double" && Number.isNaN(value.value);

function union(current: Value | undefined, elements: Value[]): Value[] {
  const values = current?.kind === "array" ? [...current.values] : [];
  const known = new Set(values.map(identity));
  for (const element of elements) {
    const key = identity(element);
    if (known.has(key)) continue;
    known.add(key);
    values.push(element);
  }
  return values;
}

function difference(current: Value | undefined, elements: Value[]): Value[] {
  if (current?.kind !== "array") return [];
  const unwanted = new Set(elements.map(identity));
  return current.values.filter((value) => !unwanted.has(identity(value)));
}

/** A text that equal values share: 1 and 1.0, NaN and NaN. */
function identity(value: Value): string {
  const bytes = encodeOrder(value);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1");
}
