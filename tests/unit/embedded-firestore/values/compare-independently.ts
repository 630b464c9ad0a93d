import type { Fields, Value } from "@/embedded-firestore/values/value";

const types = [
  "null",
  "boolean",
  "number",
  "timestamp",
  "string",
  "bytes",
  "reference",
  "geoPoint",
  "array",
  "vector",
  "map",
];

/** Firestore's order of values as its documentation tells it, written without the encoding it is to judge. */
export function compareIndependently(a: Value, b: Value): number {
  const byType = types.indexOf(typeOf(a)) - types.indexOf(typeOf(b));
  return byType !== 0 ? byType : compareAlike(a, b);
}

function compareAlike(a: Value, b: Value): number {
  if (isNumber(a) && isNumber(b)) return compareNumbers(a.value, b.value);
  if (a.kind === "boolean" && b.kind === "boolean") return Number(a.value) - Number(b.value);
  if (a.kind === "timestamp" && b.kind === "timestamp") return a.seconds - b.seconds || a.nanos - b.nanos;
  if (a.kind === "string" && b.kind === "string") return compareText(a.value, b.value);
  if (a.kind === "bytes" && b.kind === "bytes") return Buffer.compare(a.value, b.value);
  if (a.kind === "reference" && b.kind === "reference")
    return compareLists(a.value.split("/"), b.value.split("/"), compareIds);
  if (a.kind === "geoPoint" && b.kind === "geoPoint")
    return compareAngles(a.latitude, b.latitude) || compareAngles(a.longitude, b.longitude);
  if (a.kind === "array" && b.kind === "array") return compareLists(a.values, b.values, compareIndependently);
  if (a.kind === "map" && b.kind === "map") return compareMaps(a.fields, b.fields);
  return 0;
}

function compareMaps(a: Fields, b: Fields): number {
  if (isVector(a)) {
    const [left, right] = [componentsOf(a), componentsOf(b)];
    return left.length - right.length || compareLists(left, right, compareIndependently);
  }
  return compareLists(sorted(a), sorted(b), ([name, value], [otherName, otherValue]) => {
    return compareText(name, otherName) || compareIndependently(value, otherValue);
  });
}

const sorted = (fields: Fields) => [...fields].sort(([a], [b]) => compareText(a, b));

function compareNumbers(a: bigint | number, b: bigint | number): number {
  const [isLeftNan, isRightNan] = [Number.isNaN(a), Number.isNaN(b)];
  if (isLeftNan || isRightNan) return Number(isRightNan) - Number(isLeftNan);
  return a < b ? -1 : a > b ? 1 : 0;
}

/** -0 comes before 0 here, and only here. */
function compareAngles(a: number, b: number): number {
  return compareNumbers(a, b) || Number(Object.is(b, -0)) - Number(Object.is(a, -0));
}

function compareIds(a: string, b: string): number {
  const [left, right] = [numberOf(a), numberOf(b)];
  if (left !== undefined && right !== undefined) return compareNumbers(left, right);
  if (left !== undefined || right !== undefined) return left !== undefined ? -1 : 1;
  return compareText(a, b);
}

function numberOf(id: string): bigint | undefined {
  const digits = /^__id(-?\d+)__$/.exec(id)?.[1];
  return digits === undefined ? undefined : BigInt(digits);
}

const compareText = (a: string, b: string) =>
  compareLists([...a], [...b], (x, y) => codePoint(x) - codePoint(y));
const codePoint = (character: string) => character.codePointAt(0) ?? 0;

function compareLists<T>(a: T[], b: T[], compare: (a: T, b: T) => number): number {
  for (const [index, left] of a.entries()) {
    if (index >= b.length) return 1;
    const difference = compare(left, b[index] as T);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}

const isNumber = (value: Value) => value.kind === "integer" || value.kind === "double";

function typeOf(value: Value): string {
  if (isNumber(value)) return "number";
  return value.kind === "map" && isVector(value.fields) ? "vector" : value.kind;
}

function isVector(fields: Fields): boolean {
  const type = fields.get("__type__");
  return type?.kind === "string" && type.value === "__vector__" && componentsOf(fields).length > 0;
}

function componentsOf(fields: Fields): Value[] {
  const value = fields.get("value");
  return value?.kind === "array" ? value.values : [];
}
