import { ByteWriter } from "./byte-writer.ts";
import type { Fields, Value } from "./value.ts";

const out = new ByteWriter();

/** The field entries (field 2) of a google.firestore.v1.Document, one after the other. */
export function encodeFields(fields: Fields): Uint8Array {
  out.at = 0;
  writeFields(fields, 0x12);
  return out.take(0);
}

/** A serialised google.firestore.v1.Value. */
export function encodeValue(value: Value): Uint8Array {
  out.at = 0;
  writeBody(value);
  return out.take(0);
}

/** Entries of a protobuf map<string, Value>, each behind `tag`. */
function writeFields(fields: Fields, tag: number): void {
  for (const [name, value] of fields) {
    out.byte(tag);
    const entry = openLength();
    writeString(0x0a, name);
    out.byte(0x12);
    writeDelimited(value);
    closeLength(entry);
  }
}

function writeDelimited(value: Value): void {
  const start = openLength();
  writeBody(value);
  closeLength(start);
}

function writeBody(value: Value): void {
  switch (value.kind) {
    case "null":
      out.byte(0x58);
      out.byte(0);
      break;
    case "boolean":
      out.byte(0x08);
      out.byte(value.value ? 1 : 0);
      break;
    case "integer":
      out.byte(0x10);
      writeInteger(value.value);
      break;
    case "double":
      writeDouble(0x19, value.value);
      break;
    case "timestamp":
      writeTimestamp(value.seconds, value.nanos);
      break;
    case "string":
      writeString(0x8a, value.value, 0x01);
      break;
    case "bytes":
      writeBytes(value.value);
      break;
    case "reference":
      writeString(0x2a, value.value);
      break;
    case "geoPoint":
      writeGeoPoint(value.latitude, value.longitude);
      break;
    case "array":
      writeArray(value.values);
      break;
    case "map":
      writeMap(value.fields);
      break;
  }
}

function writeArray(values: Value[]): void {
  out.byte(0x4a);
  const start = openLength();
  for (const value of values) {
    out.byte(0x0a);
    writeDelimited(value);
  }
  closeLength(start);
}

function writeMap(fields: Fields): void {
  out.byte(0x32);
  const start = openLength();
  writeFields(fields, 0x0a);
  closeLength(start);
}

function writeTimestamp(seconds: number, nanos: number): void {
  out.byte(0x52);
  const start = openLength();
  if (seconds !== 0) {
    out.byte(0x08);
    writeVarint64(seconds >>> 0, Math.floor(seconds / 4_294_967_296) >>> 0);
  }
  if (nanos !== 0) {
    out.byte(0x10);
    writeVarint32(nanos);
  }
  closeLength(start);
}

function writeGeoPoint(latitude: number, longitude: number): void {
  out.byte(0x42);
  const start = openLength();
  if (!Object.is(latitude, 0)) writeDouble(0x09, latitude);
  if (!Object.is(longitude, 0)) writeDouble(0x11, longitude);
  closeLength(start);
}

function writeDouble(tag: number, value: number): void {
  out.reserve(9);
  out.bytes[out.at] = tag;
  out.bytes.writeDoubleLE(value, out.at + 1);
  out.at += 9;
}

function writeString(tag: number, value: string, secondTagByte?: number): void {
  out.byte(tag);
  if (secondTagByte !== undefined) out.byte(secondTagByte);
  const start = openLength();
  out.text(value);
  closeLength(start);
}

function writeBytes(value: Uint8Array): void {
  out.byte(0x92);
  out.byte(0x01);
  writeVarint32(value.length);
  out.raw(value);
}

function writeInteger(value: bigint): void {
  if (value >= 0n && value <= 0x7fffffffn) {
    writeVarint32(Number(value));
    return;
  }
  const bits = BigInt.asUintN(64, value);
  writeVarint64(Number(bits & 0xffffffffn), Number(bits >> 32n));
}

function writeVarint64(low: number, high: number): void {
  let lowBits = low;
  let highBits = high;
  while (highBits !== 0) {
    out.byte((lowBits & 127) | 128);
    lowBits = ((lowBits >>> 7) | (highBits << 25)) >>> 0;
    highBits >>>= 7;
  }
  writeVarint32(lowBits);
}

function writeVarint32(value: number): void {
  let rest = value;
  while (rest > 127) {
    out.byte((rest & 127) | 128);
    rest >>>= 7;
  }
  out.byte(rest);
}

/** Leaves one byte for the length of what follows. */
function openLength(): number {
  out.byte(0);
  return out.at;
}

/** Fills in the length of what was written since `start`, moving it when the length takes more than one byte. */
function closeLength(start: number): void {
  const length = out.at - start;
  if (length < 128) {
    out.bytes[start - 1] = length;
    return;
  }
  const extra = length < 16_384 ? 1 : length < 2_097_152 ? 2 : length < 268_435_456 ? 3 : 4;
  out.reserve(extra);
  out.bytes.copyWithin(start + extra, start, out.at);
  out.at = start - 1;
  writeVarint32(length);
  out.at += length;
}
