import { FieldPath, type Query, type QueryDocumentSnapshot } from "firebase-admin/firestore";
import { decodePageCursor, encodePageCursor, type PageCursor } from "@/lib/domain/page-cursor";
import { ok, type Result } from "@/lib/domain/result";
import { versionOf } from "./typed-collection";

export type Page<T> = { items: T[]; nextCursor: string | null };
type PageOptions<T> = { field: keyof T & string; cursor: string | null; limit: number };

/**
 * One page of a query, newest first by `field`, document ids breaking ties.
 * `bad_request` when the cursor is not ours. Costs `limit + 1` reads at most.
 */
export function readPage<T extends { id: string }>(
  query: Query<T>,
  options: PageOptions<T>,
): Promise<Result<Page<T>>> {
  return readRows(query, options, (document) => document.data());
}

/** As `readPage`, each row with its version (µs), for readers that follow the live stream. */
export function readVersionedPage<T extends { id: string }>(
  query: Query<T>,
  options: PageOptions<T>,
): Promise<Result<Page<T & { version: number }>>> {
  return readRows(query, options, (document) => ({ ...document.data(), version: versionOf(document) }));
}

async function readRows<T extends { id: string }, R extends T>(
  query: Query<T>,
  { field, cursor, limit }: PageOptions<T>,
  toRow: (document: QueryDocumentSnapshot<T>) => R,
): Promise<Result<Page<R>>> {
  let page = query
    .orderBy(field, "desc")
    .orderBy(FieldPath.documentId(), "desc")
    .limit(limit + 1);
  if (cursor) {
    const at = decodePageCursor(cursor);
    if (!at.ok) return at;
    page = page.startAfter(...at.data);
  }
  const rows = (await page.get()).docs.map(toRow);
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor =
    rows.length > limit && last ? encodePageCursor([last[field], last.id] as PageCursor) : null;
  return ok({ items, nextCursor });
}
