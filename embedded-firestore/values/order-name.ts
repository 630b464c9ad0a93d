import type { ByteWriter } from "./byte-writer.ts";
import { numberOfId } from "./document-name.ts";

/** First bytes of a segment of a name. 0 ends a path. */
const numericSegment = 0x01;
const textSegment = 0x02;

/**
 * Appends one id of a name, self-terminating: the numeric ids (`__id7__`) first and in number order, then the others by
 * their UTF-8 bytes.
 */
export function appendSegment(out: ByteWriter, segment: string): void {
  const number = numberOfId(segment);
  if (number === undefined) {
    out.byte(textSegment);
    appendText(out, segment);
    return;
  }
  out.byte(numericSegment);
  out.reserve(8);
  out.bytes.writeBigUInt64BE(BigInt.asUintN(64, number + 0x8000_0000_0000_0000n), out.at);
  out.at += 8;
}

/** Appends a path, segment by segment, self-terminating: a path sorts before those below it. */
export function appendPath(out: ByteWriter, path: string): void {
  let start = 0;
  while (start <= path.length) {
    const slash = path.indexOf("/", start);
    const end = slash < 0 ? path.length : slash;
    appendSegment(out, path.slice(start, end));
    start = end + 1;
  }
  out.byte(0);
}

/** Appends the UTF-8 bytes of a text, self-terminating. */
export function appendText(out: ByteWriter, text: string): void {
  const start = out.at;
  out.text(text);
  escapeFrom(out, start);
  out.byte(0);
}

/** Appends bytes, self-terminating. */
export function appendBytes(out: ByteWriter, bytes: Uint8Array): void {
  const start = out.at;
  out.raw(bytes);
  escapeFrom(out, start);
  out.byte(0);
}

/** The end is a 0, so that a 0 inside becomes 1 1 and a 1 becomes 1 2. */
function escapeFrom(out: ByteWriter, start: number): void {
  const { bytes, at: end } = out;
  let count = 0;
  for (let index = start; index < end; index++) if ((bytes[index] as number) < 2) count++;
  if (count === 0) return;
  out.reserve(count);
  const target = out.bytes;
  let to = end + count;
  out.at = to;
  for (let index = end - 1; index >= start; index--) {
    const byte = target[index] as number;
    if (byte > 1) {
      target[--to] = byte;
      continue;
    }
    target[--to] = byte + 1;
    target[--to] = 1;
  }
}
