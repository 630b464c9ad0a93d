import type { ByteWriter } from "./byte-writer.ts";

/** From here on a double cannot tell neighbouring integers apart. */
const exactLimit = 9_007_199_254_740_992;

/**
 * Appends a number so that integers and doubles sort among each other. Eight bytes are the greatest double that is not
 * greater than the number, as an integer of the same order. Where doubles are coarser than integers, two more bytes say
 * how far above it the number lies (at most 1023). NaN sorts first.
 */
export function appendNumber(
  out: ByteWriter,
  value: { kind: "integer"; value: bigint } | { kind: "double"; value: number },
) {
  if (value.kind === "double") return appendFloor(out, value.value, 0);
  const integer = value.value;
  const nearest = Number(integer);
  if (nearest < exactLimit && nearest > -exactLimit) return appendFloor(out, nearest, 0);
  const floor = BigInt(nearest) > integer ? doubleBelow(nearest) : nearest;
  appendFloor(out, floor, Number(integer - BigInt(floor)));
}

/** Eight bytes that sort as doubles do, -0 before 0. */
export function appendDouble(out: ByteWriter, value: number): void {
  out.reserve(8);
  const { bytes, at } = out;
  out.at = bytes.writeDoubleBE(value, at);
  if ((bytes[at] as number) < 128) bytes[at] = (bytes[at] as number) | 128;
  else for (let index = at; index < at + 8; index++) bytes[index] = ~(bytes[index] as number);
}

function appendFloor(out: ByteWriter, value: number, rest: number): void {
  if (Number.isNaN(value)) {
    for (let count = 0; count < 8; count++) out.byte(0);
    return;
  }
  // Adding 0 makes 0 of -0: among numbers, they are equal.
  appendDouble(out, value + 0);
  if (value < exactLimit && value > -exactLimit) return;
  out.reserve(2);
  out.at = out.bytes.writeUInt16BE(rest, out.at);
}

/** The next double below an integral one of at least 2^53 in size. */
function doubleBelow(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setBigInt64(0, view.getBigInt64(0) + (value > 0 ? -1n : 1n));
  return view.getFloat64(0);
}
