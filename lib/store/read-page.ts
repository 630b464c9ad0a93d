import { FieldPath, type Query } from "firebase-admin/firestore";
import { decodePageCursor, encodePageCursor, type PageCursor } from "@/lib/domain/page-cursor";
import { ok, type Result } from "@/lib/domain/result";

export type Page<T> = { items: T[]; nextCursor: string | null };

/**
 * One page of a query, newest first by `field`, document ids breaking ties.
 * `bad_request` when the cursor is not ours. Costs `limit + 1` reads at most.
 */
export async function readPage<T extends { id: string }>(
  query: Query<T>,
  { field, cursor, limit }: { field: keyof T & string; cursor: string | null; limit: number },
): Promise<Result<Page<T>>> {
  let page = query
    .orderBy(field, "desc")
    .orderBy(FieldPath.documentId(), "desc")
    .limit(limit + 1);
  if (cursor) {
    const at = decodePageCursor(cursor);
    if (!at.ok) return at;
    page = page.startAfter(...at.data);
  }
  const rows = (await page.get()).docs.map((document) => document.data());
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  const nextCursor =
    rows.length > limit && last ? encodePageCursor([last[field], last.id] as PageCursor) : null;
  return ok({ items, nextCursor });
}
