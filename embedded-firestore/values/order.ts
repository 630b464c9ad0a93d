import { ByteWriter } from "./byte-writer.ts";
import { appendBytes, appendPath, appendText } from "./order-name.ts";
import { appendDouble, appendNumber } from "./order-number.ts";
import type { Fields, Value } from "./value.ts";

/** First byte of each type's values, in Firestore's order of types. 0 ends an array, a map or a path. */
const typeByte = {
  null: 0x10,
  boolean: 0x18,
  number: 0x20,
  timestamp: 0x28,
  string: 0x30,
  bytes: 0x38,
  reference: 0x40,
  geoPoint: 0x48,
  array: 0x50,
  vector: 0x58,
  map: 0x60,
} as const;

const firstSecond = -62_135_596_800;
const out = new ByteWriter();

/**
 * The value as bytes whose order is Firestore's order of values. Equal values (1 and 1.0) have equal bytes, and no
 * value's bytes start with another's.
 */
export function encodeOrder(value: Value): Uint8Array {
  out.at = 0;
  appendOrder(out, value);
  return out.take(0);
}

/** What the bytes of every value of this value's type start with, and no others: numbers (NaN too), vectors, maps … */
export function typePrefix(value: Value): Uint8Array {
  return Uint8Array.of(typeByteOf(value));
}

/** Negative, 0 or positive, by Firestore's order. */
export function compareValues(a: Value, b: Value): number {
  if (a === b) return 0;
  const difference = typeByteOf(a) - typeByteOf(b);
  return difference !== 0 ? difference : compareBytes(encodeOrder(a), encodeOrder(b));
}

/** Whether Firestore takes them for the same: 1 and 1.0 are, so are NaN and NaN. */
export function isEqual(a: Value, b: Value): boolean {
  if (a === b) return true;
  if (a.kind === "string" && b.kind === "string") return a.value === b.value;
  if (a.kind === "integer" && b.kind === "integer") return a.value === b.value;
  return compareValues(a, b) === 0;
}

export function compareBytes(a: Uint8Array, b: Uint8Array): number {
  return Buffer.compare(a, b);
}

/** The components of a vector: a map that says so in `__type__`. Undefined for every other value. */
export function vectorOf(value: Value): Value[] | undefined {
  if (value.kind !== "map" || value.fields.size !== 2) return undefined;
  const type = value.fields.get("__type__");
  if (type?.kind !== "string" || type.value !== "__vector__") return undefined;
  const components = value.fields.get("value");
  return components?.kind === "array" ? components.values : undefined;
}

/** Appends what encodeOrder returns. */
export function appendOrder(to: ByteWriter, value: Value): void {
  switch (value.kind) {
    case "null":
      to.byte(typeByte.null);
      break;
    case "boolean":
      to.byte(typeByte.boolean);
      to.byte(value.value ? 2 : 1);
      break;
    case "integer":
    case "double":
      to.byte(typeByte.number);
      appendNumber(to, value);
      break;
    case "timestamp":
      appendTimestamp(to, value.seconds, value.nanos);
      break;
    case "string":
      to.byte(typeByte.string);
      appendText(to, value.value);
      break;
    case "bytes":
      to.byte(typeByte.bytes);
      appendBytes(to, value.value);
      break;
    case "reference":
      to.byte(typeByte.reference);
      appendPath(to, value.value);
      break;
    case "geoPoint":
      to.byte(typeByte.geoPoint);
      appendDouble(to, value.latitude);
      appendDouble(to, value.longitude);
      break;
    case "array":
      to.byte(typeByte.array);
      for (const element of value.values) appendOrder(to, element);
      to.byte(0);
      break;
    case "map":
      appendMap(to, value);
      break;
  }
}

function appendMap(to: ByteWriter, value: Value & { kind: "map" }): void {
  const vector = vectorOf(value);
  if (vector) {
    appendVector(to, vector);
    return;
  }
  to.byte(typeByte.map);
  for (const name of sortedNames(value.fields)) {
    to.byte(1);
    appendText(to, name);
    appendOrder(to, value.fields.get(name) as Value);
  }
  to.byte(0);
}

/** Vectors sort by how many components they have first. */
function appendVector(to: ByteWriter, components: Value[]): void {
  to.byte(typeByte.vector);
  to.reserve(4);
  to.at = to.bytes.writeUInt32BE(components.length, to.at);
  for (const component of components) appendOrder(to, component);
}

function appendTimestamp(to: ByteWriter, seconds: number, nanos: number): void {
  to.byte(typeByte.timestamp);
  to.reserve(10);
  to.at = to.bytes.writeUIntBE(seconds - firstSecond, to.at, 6);
  to.at = to.bytes.writeUInt32BE(nanos, to.at);
}

/** Names of fields by their UTF-8 bytes. */
function sortedNames(fields: Fields): string[] {
  const names = [...fields.keys()];
  return names.length < 2 ? names : names.sort(compareTexts);
}

/** The order of two texts' UTF-8 bytes, which differs from JavaScript's own where surrogates are. */
export function compareTexts(a: string, b: string): number {
  const length = Math.min(a.length, b.length);
  for (let index = 0; index < length; index++) {
    const left = a.charCodeAt(index);
    const right = b.charCodeAt(index);
    if (left !== right) return codePointRank(left) - codePointRank(right);
  }
  return a.length - b.length;
}

/** Moves surrogates, which stand for code points beyond U+FFFF, behind all other units. */
const codePointRank = (unit: number) => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit);

function typeByteOf(value: Value): number {
  if (value.kind === "integer" || value.kind === "double") return typeByte.number;
  if (value.kind !== "map") return typeByte[value.kind];
  return vectorOf(value) ? typeByte.vector : typeByte.map;
}
