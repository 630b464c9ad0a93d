import type { Json } from "../http/json";
import { graphError, paramError } from "./errors";

/**
 * Cursor paging as in Meta's lists: opaque `before`/`after`, `next` only when there is more. Throws 131059 for a cursor
 * that is none of ours.
 */
export function page<T>(rows: readonly T[], url: URL, toJson: (row: T) => Json): Json {
  const limit = Number(url.searchParams.get("limit") ?? 25);
  if (!Number.isInteger(limit) || limit < 1) throw paramError("Param limit must be a positive integer.");
  const after = url.searchParams.get("after");
  const start = after ? readCursor(after) + 1 : 0;
  const shown = rows.slice(start, start + Math.min(limit, 1000));
  if (shown.length === 0) return { data: [] };
  const last = start + shown.length - 1;
  const cursors = { before: writeCursor(start), after: writeCursor(last) };
  const hasMore = last < rows.length - 1;
  return {
    data: shown.map(toJson),
    paging: hasMore ? { cursors, next: nextUrl(url, cursors.after) } : { cursors },
  };
}

function nextUrl(url: URL, after: string): string {
  const next = new URL(url);
  next.searchParams.delete("access_token");
  next.searchParams.set("after", after);
  return next.toString();
}

function writeCursor(at: number): string {
  return Buffer.from(`QVFI:${at}`).toString("base64url");
}

function readCursor(cursor: string): number {
  const at = /^QVFI:(\d+)$/.exec(Buffer.from(cursor, "base64url").toString("latin1"))?.[1];
  if (at === undefined) throw graphError(131059);
  return Number(at);
}
