import type { Micros } from "../storage/storage.ts";
import type { WireTimestamp } from "./messages.ts";

/** Microseconds since the epoch of a google.protobuf.Timestamp; what is finer is cut off. */
export function toMicros(timestamp: WireTimestamp): Micros {
  const seconds = timestamp.seconds ?? 0;
  return toNumber(seconds) * 1_000_000 + Math.floor((timestamp.nanos ?? 0) / 1_000);
}

/** A 64-bit integer as the codec hands it over. */
export const toNumber = (long: number | { toNumber(): number }): number =>
  typeof long === "number" ? long : long.toNumber();
