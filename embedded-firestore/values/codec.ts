import type { Reader, Writer } from "protobufjs";
import { decodeDocument, decodeValue } from "./decode.ts";
import { encodeValue } from "./encode.ts";
import type { Fields, Value } from "./value.ts";

export { decodeFields, decodeValue } from "./decode.ts";
export { encodeFields, encodeValue } from "./encode.ts";

/** Reads a Value of `length` bytes (the rest, when left out) where the reader stands. */
export function readValue(reader: Reader, length?: number): Value {
  const end = length === undefined ? reader.len : reader.pos + length;
  const value = decodeValue(reader.buf, reader.pos, end);
  reader.pos = end;
  return value;
}

/** Reads the name and fields of a Document of `length` bytes (the rest, when left out) where the reader stands. */
export function readDocument(reader: Reader, length?: number): { name: string; fields: Fields } {
  const end = length === undefined ? reader.len : reader.pos + length;
  const document = decodeDocument(reader.buf, reader.pos, end);
  reader.pos = end;
  return document;
}

/** Writes a Value without its length, as protobufjs's own codec does. */
export function writeValue(value: Value, writer: Writer): Writer {
  return appendRaw(writer, encodeValue(value));
}

/** protobufjs writes raw bytes only behind a length; its queue of operations is open to code that adds to it, though. */
function appendRaw(writer: Writer, bytes: Uint8Array): Writer {
  return (writer as unknown as OpenWriter)._push(copyInto, bytes.length, bytes);
}

type OpenWriter = {
  _push(
    write: (from: Uint8Array, to: Uint8Array, at: number) => void,
    length: number,
    value: Uint8Array,
  ): Writer;
};

const copyInto = (from: Uint8Array, to: Uint8Array, at: number) => to.set(from, at);
