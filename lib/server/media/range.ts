export type Range = { start: number; end: number };

/**
 * Reads a Range header against a size in bytes (RFC 9110, 14). `whole`: none, or one that may be ignored (another
 * unit, several ranges, nonsense). `unsatisfiable`: answer 416. Pure.
 */
export function readRange(header: string | null, size: number): Range | "whole" | "unsatisfiable" {
  const match = /^bytes=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return "whole";
  const [, from = "", to = ""] = match;
  if (from === "") return lastBytes(Number(to), size);
  const start = Number(from);
  const end = to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (to !== "" && Number(to) < start) return "whole";
  return start >= size ? "unsatisfiable" : { start, end };
}

function lastBytes(count: number, size: number): Range | "unsatisfiable" {
  if (count === 0 || size === 0) return "unsatisfiable";
  return { start: Math.max(0, size - count), end: size - 1 };
}
