/**
 * A protobuf message under assembly by hand: parts are measured first and copied once, so that stored bytes reach the
 * socket without being decoded.
 */
export class RawMessage {
  readonly #parts: Uint8Array[] = [];
  size = 0;

  raw(bytes: Uint8Array): this {
    this.#parts.push(bytes);
    this.size += bytes.length;
    return this;
  }

  bytes(field: number, bytes: Uint8Array): this {
    return this.raw(header(field, bytes.length)).raw(bytes);
  }

  string(field: number, text: string): this {
    return text === "" ? this : this.bytes(field, Buffer.from(text));
  }

  int(field: number, value: number): this {
    return value === 0 ? this : this.raw(intField(field, value));
  }

  /** A google.protobuf.Timestamp from microseconds since the epoch. */
  timestamp(field: number, micros: number): this {
    return this.raw(timestampField(field, micros));
  }

  message(field: number, message: RawMessage): this {
    this.raw(header(field, message.size));
    for (const part of message.#parts) this.#parts.push(part);
    this.size += message.size;
    return this;
  }

  finish(): Buffer {
    const out = Buffer.allocUnsafe(this.size);
    let at = 0;
    for (const part of this.#parts) {
      out.set(part, at);
      at += part.length;
    }
    return out;
  }
}

export const bytesField = (field: number, bytes: Uint8Array): Buffer =>
  new RawMessage().bytes(field, bytes).finish();
export const stringField = (field: number, text: string): Buffer => bytesField(field, Buffer.from(text));

/** A field of a non-negative whole number up to 2^53. */
export function intField(field: number, value: number): Buffer {
  const out = Buffer.allocUnsafe(16);
  return out.subarray(0, putVarint(out, putVarint(out, 0, field * 8), value));
}

/** A google.protobuf.Timestamp from microseconds since the epoch, kept for the last time asked: a commit's recurs. */
export function timestampField(field: number, micros: number): Buffer {
  if (field === lastField && micros === lastMicros) return lastTimestamp;
  const seconds = Math.floor(micros / 1_000_000);
  const message = Buffer.allocUnsafe(20);
  let at = 0;
  if (seconds !== 0) at = putVarint(message, putVarint(message, at, 0x08), seconds);
  const nanos = (micros - seconds * 1_000_000) * 1_000;
  if (nanos !== 0) at = putVarint(message, putVarint(message, at, 0x10), nanos);
  lastField = field;
  lastMicros = micros;
  lastTimestamp = bytesField(field, message.subarray(0, at));
  return lastTimestamp;
}

let lastField = 0;
let lastMicros = 0;
let lastTimestamp: Buffer = Buffer.alloc(0);

export function concat(parts: readonly Uint8Array[]): Buffer {
  return Buffer.concat(parts);
}

/** The tag and length before `length` bytes. */
function header(field: number, length: number): Buffer {
  const out = Buffer.allocUnsafe(10);
  return out.subarray(0, putVarint(out, putVarint(out, 0, field * 8 + 2), length));
}

function putVarint(out: Buffer, start: number, value: number): number {
  let at = start;
  let rest = value;
  while (rest > 127) {
    out[at++] = (rest % 128) | 128;
    rest = Math.floor(rest / 128);
  }
  out[at++] = rest;
  return at;
}
