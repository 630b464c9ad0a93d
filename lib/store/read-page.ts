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
  return readRows([query], options, (document) => document.data());
}

/** As `readPage`, each row with its version (µs), for readers that follow the live stream. */
export function readVersionedPage<T extends { id: string }>(
  query: Query<T>,
  options: PageOptions<T>,
): Promise<Result<Page<T & { version: number }>>> {
  return readMergedPage([query], options);
}

/** One page of several queries as if they were one; no row may be in two of them. Each costs `limit + 1` reads at most. */
export function readMergedPage<T extends { id: string }>(
  queries: readonly Query<T>[],
  options: PageOptions<T>,
): Promise<Result<Page<T & { version: number }>>> {
  return readRows(queries, options, (document) => ({ ...document.data(), version: versionOf(document) }));
}

async function readRows<T extends { id: string }, R extends T>(
  queries: readonly Query<T>[],
  { field, cursor, limit }: PageOptions<T>,
  toRow: (document: QueryDocumentSnapshot<T>) => R,
): Promise<Result<Page<R>>> {
  const at = cursor ? decodePageCursor(cursor) : null;
  if (at && !at.ok) return at;
  const pages = queries.map((query) => {
    const page = query
      .orderBy(field, "desc")
      .orderBy(FieldPath.documentId(), "desc")
      .limit(limit + 1);
    return (at ? page.startAfter(...at.data) : page).get();
  });
  const rows = (await Promise.all(pages)).flatMap((page) => page.docs.map(toRow));
  if (queries.length > 1) rows.sort((a, b) => newestFirst(a, b, field));
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor =
    rows.length > limit && last ? encodePageCursor([last[field], last.id] as PageCursor) : null;
  return ok({ items, nextCursor });
}

/** As the query sorts. */
function newestFirst<T extends { id: string }>(a: T, b: T, field: keyof T): number {
  if (a[field] !== b[field]) return a[field] < b[field] ? 1 : -1;
  return a.id < b.id ? 1 : -1;
}
