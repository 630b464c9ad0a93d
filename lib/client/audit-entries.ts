import type { AuditEntry } from "@/lib/domain/audit";

export type AuditPageData = { items: AuditEntry[]; nextCursor: string | null; lookedBackTo: number | null };

/**
 * The list with a newer first page of it (an older one, out of a cache, changes nothing). When so much is new that the two do not meet, the new page is the list: a
 * gap in a log would be a lie. Pure.
 */
export function withNewest(known: AuditPageData, newest: AuditPageData): AuditPageData {
  const ids = new Set(known.items.map(({ id }) => id));
  if ((newest.items[0]?.id ?? "") < (known.items[0]?.id ?? "")) return known;
  const isMeeting = known.items.length === 0 || newest.items.some(({ id }) => ids.has(id));
  if (!isMeeting || known.items.length <= newest.items.length) return newest;
  const fresh = newest.items.filter(({ id }) => !ids.has(id));
  return fresh.length === 0 ? known : { ...known, items: [...fresh, ...known.items] };
}

/** The list with the page that follows it. Pure. */
export function withOlder(known: AuditPageData, older: AuditPageData): AuditPageData {
  const ids = new Set(known.items.map(({ id }) => id));
  return { ...older, items: [...known.items, ...older.items.filter(({ id }) => !ids.has(id))] };
}
