/**
 * Meta's time as epoch milliseconds: a number or a string, in seconds (WhatsApp, Instagram's `changes[]`) or
 * milliseconds (Instagram's `messaging[]`), told apart by magnitude. Null when unreadable.
 */
export function epochMs(value: unknown): number | null {
  const number = typeof value === "string" && /^\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : value;
  if (typeof number !== "number" || !Number.isFinite(number) || number <= 0) return null;
  if (number >= MICROSECONDS_FROM) return null;
  return Math.trunc(number < MILLISECONDS_FROM ? number * 1000 : number);
}

/** The year 5138 in seconds, 1973 in milliseconds. */
const MILLISECONDS_FROM = 100_000_000_000;
const MICROSECONDS_FROM = 100_000_000_000_000;
