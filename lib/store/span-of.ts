import type { Query } from "firebase-admin/firestore";
import type { RetentionPreview } from "@/lib/domain/retention";

/** How many rows a query means, and the first and last of them by a field of time. Reads two documents at most. */
export async function spanOf<T>(query: Query<T>, field: keyof T & string): Promise<RetentionPreview> {
  const [count, first, last] = await Promise.all([
    query.count().get(),
    query.orderBy(field).limit(1).get(),
    query.orderBy(field, "desc").limit(1).get(),
  ]);
  return {
    count: count.data().count,
    isMore: false,
    oldestAt: (first.docs[0]?.data()[field] as number | undefined) ?? null,
    newestAt: (last.docs[0]?.data()[field] as number | undefined) ?? null,
  };
}

export const nothing: RetentionPreview = { count: 0, isMore: false, oldestAt: null, newestAt: null };

/** Two spans as one. Pure. */
export function joinSpans(a: RetentionPreview, b: RetentionPreview): RetentionPreview {
  const times = [a.oldestAt, a.newestAt, b.oldestAt, b.newestAt].filter((at) => at !== null);
  return {
    count: a.count + b.count,
    isMore: a.isMore || b.isMore,
    oldestAt: times.length > 0 ? Math.min(...times) : null,
    newestAt: times.length > 0 ? Math.max(...times) : null,
  };
}
