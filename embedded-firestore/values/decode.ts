import { isUtf8 } from "node:buffer";
import { invalid } from "../protocol/status.ts";
import type { Fields, Value } from "./value.ts";

const maxDepth = 100;
const noBytes = Buffer.alloc(0);
const names: string[] = [];
const doubleBytes = new Uint8Array(8);
const doubleView = new DataView(doubleBytes.buffer);
const nullValue: Value = Object.freeze({ kind: "null" });

// The message being read. Reading is synchronous and does not nest, so that one cursor does.
let bytes: Uint8Array = noBytes;
let text: Buffer = noBytes;
let at = 0;
let low = 0;
let high = 0;

/** Fields from the entries of field 2 of a serialised google.firestore.v1.Document; other fields are skipped. */
export function decodeFields(from: Uint8Array): Fields {
  begin(from, 0);
  const fields: Fields = new Map();
  readEntries(fields, 0x12, from.length, 0);
  return fields;
}

/** A google.firestore.v1.Value in `from` between two offsets. Throws INVALID_ARGUMENT when it is none. */
export function decodeValue(from: Uint8Array, start = 0, end = from.length): Value {
  begin(from, start);
  return readBody(end, 0);
}

/** A google.firestore.v1.Document in `from` between two offsets: its name and fields. */
export function decodeDocument(
  from: Uint8Array,
  start: number,
  end: number,
): { name: string; fields: Fields } {
  begin(from, start);
  const fields: Fields = new Map();
  let name = "";
  while (at < end) {
    const tag = readVarint32();
    if (tag === 0x0a) name = readString(readLength(end));
    else if (tag === 0x12) readEntry(fields, readLength(end), 0);
    else skip(tag, end);
  }
  return { name, fields };
}

function begin(from: Uint8Array, start: number): void {
  bytes = from;
  text = from instanceof Buffer ? from : Buffer.from(from.buffer, from.byteOffset, from.byteLength);
  at = start;
}

function readEntries(fields: Fields, entryTag: number, end: number, depth: number): void {
  while (at < end) {
    const tag = readVarint32();
    if (tag === entryTag) readEntry(fields, readLength(end), depth);
    else skip(tag, end);
  }
}

function readEntry(fields: Fields, end: number, depth: number): void {
  let name = "";
  let value: Value | undefined;
  while (at < end) {
    const tag = readVarint32();
    if (tag === 0x0a) name = readName(readLength(end));
    else if (tag === 0x12) value = readBody(readLength(end), depth);
    else skip(tag, end);
  }
  if (value === undefined) throw invalid("A field has no value.");
  fields.set(name, value);
}

function readBody(end: number, depth: number): Value {
  if (depth > maxDepth) throw invalid("A value is nested too deeply.");
  let value: Value | undefined;
  while (at < end) {
    const tag = readVarint32();
    value = readKind(tag, end, depth) ?? value;
  }
  if (at !== end || value === undefined) throw invalid("A value has no type that is known here.");
  return value;
}

function readKind(tag: number, end: number, depth: number): Value | undefined {
  switch (tag) {
    case 0x8a:
      return { kind: "string", value: readString(readLength(end)) };
    case 0x58:
      readVarint64();
      return nullValue;
    case 0x08:
      readVarint64();
      return { kind: "boolean", value: low !== 0 || high !== 0 };
    case 0x10:
      return { kind: "integer", value: readInteger() };
    case 0x19:
      return { kind: "double", value: readDouble(end) };
    case 0x52:
      return readTimestamp(readLength(end));
    case 0x92:
      return readBytes(readLength(end));
    case 0x2a:
      return { kind: "reference", value: readString(readLength(end)) };
    case 0x42:
      return readGeoPoint(readLength(end));
    case 0x4a:
      return readArray(readLength(end), depth + 1);
    case 0x32:
      return readMap(readLength(end), depth + 1);
    default:
      skip(tag, end);
      return undefined;
  }
}

function readArray(end: number, depth: number): Value {
  const values: Value[] = [];
  while (at < end) {
    const tag = readVarint32();
    if (tag === 0x0a) values.push(readBody(readLength(end), depth));
    else skip(tag, end);
  }
  return { kind: "array", values };
}

function readMap(end: number, depth: number): Value {
  const fields: Fields = new Map();
  readEntries(fields, 0x0a, end, depth);
  return { kind: "map", fields };
}

function readTimestamp(end: number): Value {
  let seconds = 0;
  let nanos = 0;
  while (at < end) {
    const tag = readVarint32();
    if (tag === 0x08) {
      readVarint64();
      seconds = (high | 0) * 4_294_967_296 + low;
    } else if (tag === 0x10) {
      readVarint64();
      nanos = low | 0;
    } else skip(tag, end);
  }
  return { kind: "timestamp", seconds, nanos };
}

function readGeoPoint(end: number): Value {
  let latitude = 0;
  let longitude = 0;
  while (at < end) {
    const tag = readVarint32();
    if (tag === 0x09) latitude = readDouble(end);
    else if (tag === 0x11) longitude = readDouble(end);
    else skip(tag, end);
  }
  return { kind: "geoPoint", latitude, longitude };
}

function readBytes(end: number): Value {
  const value = new Uint8Array(bytes.subarray(at, end));
  at = end;
  return { kind: "bytes", value };
}

function readInteger(): bigint {
  readVarint64();
  if (high === 0) return BigInt(low);
  return BigInt.asIntN(64, (BigInt(high) << 32n) | BigInt(low));
}

function readDouble(end: number): number {
  if (at + 8 > end) throw cutShort();
  for (let index = 0; index < 8; index++) doubleBytes[index] = bytes[at + index] as number;
  at += 8;
  return doubleView.getFloat64(0, true);
}

function readString(end: number): string {
  const value = text.toString("utf8", at, end);
  if (value.includes("\ufffd") && !isUtf8(text.subarray(at, end)))
    throw invalid("A text is not valid UTF-8.");
  at = end;
  return value;
}

/** A field name. Names recur, so that the last one seen with the same hash is compared before a new string is made. */
function readName(end: number): string {
  const length = end - at;
  if (length > 48) return readString(end);
  let hash = length;
  for (let index = at; index < end; index++) hash = (hash * 31 + (bytes[index] as number)) | 0;
  const slot = hash & 1_023;
  const known = names[slot];
  if (known !== undefined && isAscii(known, length)) {
    at = end;
    return known;
  }
  const name = readString(end);
  names[slot] = name;
  return name;
}

/** Whether the next `length` bytes are this text, which holds for ASCII only. */
function isAscii(known: string, length: number): boolean {
  if (known.length !== length) return false;
  for (let index = 0; index < length; index++) {
    const byte = bytes[at + index] as number;
    if (byte !== known.charCodeAt(index) || byte > 127) return false;
  }
  return true;
}

/** Where the length-delimited field that starts here ends. */
function readLength(end: number): number {
  const length = readVarint32();
  if (at + length > end) throw cutShort();
  return at + length;
}

function readVarint32(): number {
  const first = bytes[at] as number;
  if (first < 128) {
    at++;
    return first;
  }
  readVarint64();
  return low;
}

/** Reads into `low` and `high`, both unsigned. */
function readVarint64(): void {
  low = 0;
  high = 0;
  for (let shift = 0; shift < 70; shift += 7) {
    const byte = bytes[at++];
    if (byte === undefined) throw cutShort();
    const bits = byte & 127;
    if (shift < 28) low |= bits << shift;
    else if (shift === 28) {
      low |= bits << 28;
      high |= bits >>> 4;
    } else if (shift < 63) high |= bits << (shift - 32);
    else high |= bits << 31;
    if (byte < 128) {
      low >>>= 0;
      high >>>= 0;
      return;
    }
  }
  throw invalid("A message holds a number that is too long.");
}

function skip(tag: number, end: number): void {
  const wire = tag & 7;
  if (wire === 0) readVarint64();
  else if (wire === 1) at += 8;
  else if (wire === 2) at = readLength(end);
  else if (wire === 5) at += 4;
  else throw invalid("A message holds a field of an unknown wire type.");
  if (at > end) throw cutShort();
}

const cutShort = () => invalid("A message ends too early.");
