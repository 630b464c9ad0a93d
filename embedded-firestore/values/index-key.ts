import type { IndexPart, IndexShape } from "../storage/storage.ts";
import { ByteWriter } from "./byte-writer.ts";
import type { DocumentName } from "./document-name.ts";
import { getField, parseFieldPath } from "./field-path.ts";
import { appendOrder } from "./order.ts";
import { appendPath, appendSegment } from "./order-name.ts";
import type { FieldPath, Fields, Value } from "./value.ts";

type Part = { path: FieldPath | null; mode: IndexPart["mode"] };

const out = new ByteWriter();
const partsOfShape = new WeakMap<readonly IndexPart[], Part[]>();

/**
 * A document's keys in an index: none when it lacks a field of it, one for each different element of the array of a
 * `contains` part, else one.
 */
export function indexKeys(shape: IndexShape, name: DocumentName, fields: Fields): Uint8Array[] {
  const parts = compile(shape.parts);
  const values: Value[] = [];
  let isMultiple = false;
  for (const part of parts) {
    if (part.path === null) continue;
    const value = getField(fields, part.path);
    if (value === undefined) return [];
    if (part.mode === "contains" && value.kind !== "array") return [];
    isMultiple ||= part.mode === "contains";
    values.push(value);
  }
  if (isMultiple) return multipleKeys(shape, parts, name, values);
  out.at = 0;
  let next = 0;
  for (const part of parts) {
    if (part.path === null) appendName(shape.scope, name, part.mode);
    else appendPart(values[next++] as Value, part.mode);
  }
  return [out.take(0)];
}

/** A value's part of a key. */
export function keyPart(value: Value, mode: IndexPart["mode"]): Uint8Array {
  out.at = 0;
  appendPart(value, mode);
  return out.take(0);
}

/** The name's part of a key: its id in an index of one collection, its path in one of a group. */
export function nameKey(scope: IndexShape["scope"], name: DocumentName, mode: IndexPart["mode"]): Uint8Array {
  out.at = 0;
  appendName(scope, name, mode);
  return out.take(0);
}

/** The smallest key after all those that start with these bytes; null when there is none. */
export function afterPrefix(bytes: Uint8Array): Uint8Array | null {
  let length = bytes.length;
  while (length > 0 && bytes[length - 1] === 255) length--;
  if (length === 0) return null;
  const after = new Uint8Array(bytes.subarray(0, length));
  after[length - 1] = (after[length - 1] as number) + 1;
  return after;
}

/** The bytes of all, one after the other. */
export function concat(...all: readonly Uint8Array[]): Uint8Array {
  let length = 0;
  for (const bytes of all) length += bytes.length;
  const joined = new Uint8Array(length);
  let at = 0;
  for (const bytes of all) {
    joined.set(bytes, at);
    at += bytes.length;
  }
  return joined;
}

/** Keys of all combinations of the arrays' elements, each different one once. */
function multipleKeys(shape: IndexShape, parts: Part[], name: DocumentName, values: Value[]): Uint8Array[] {
  let prefixes: Uint8Array[] = [new Uint8Array(0)];
  let next = 0;
  for (const part of parts) {
    const ends =
      part.path === null
        ? [nameKey(shape.scope, name, part.mode)]
        : partsOfValue(values[next++] as Value, part.mode);
    prefixes = prefixes.flatMap((prefix) => ends.map((end) => concat(prefix, end)));
  }
  return prefixes;
}

function partsOfValue(value: Value, mode: IndexPart["mode"]): Uint8Array[] {
  if (mode !== "contains" || value.kind !== "array") return [keyPart(value, mode)];
  const different = new Map<string, Uint8Array>();
  for (const element of value.values) {
    const bytes = keyPart(element, mode);
    different.set(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("latin1"), bytes);
  }
  return [...different.values()];
}

function appendPart(value: Value, mode: IndexPart["mode"]): void {
  const start = out.at;
  appendOrder(out, value);
  if (mode === "desc") invertFrom(start);
}

function appendName(scope: IndexShape["scope"], name: DocumentName, mode: IndexPart["mode"]): void {
  const start = out.at;
  if (scope === "collection") appendSegment(out, name.id);
  else appendPath(out, `${name.collection}/${name.id}`);
  if (mode === "desc") invertFrom(start);
}

function invertFrom(start: number): void {
  const { bytes, at } = out;
  for (let index = start; index < at; index++) bytes[index] = ~(bytes[index] as number);
}

function compile(parts: readonly IndexPart[]): Part[] {
  const known = partsOfShape.get(parts);
  if (known) return known;
  const compiled = parts.map(({ path, mode }) => ({
    path: path === "__name__" ? null : parseFieldPath(path),
    mode,
  }));
  partsOfShape.set(parts, compiled);
  return compiled;
}
