import type { AuditEntry } from "@/lib/domain/audit";
import type { AuditFilter } from "@/lib/domain/audit-filter";
import type { Actor } from "@/lib/domain/member";
import { encodePageCursor } from "@/lib/domain/page-cursor";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntriesFor } from "@/lib/store/audit-log";
import { readPage } from "@/lib/store/read-page";

/** So much is looked through for one page of a filter that Firestore serves only in part. */
const SCAN = 1000;
const CHUNK = 250;

export type AuditPage = {
  items: AuditEntry[];
  nextCursor: string | null;
  /** Set (epoch ms) when looking stopped before the page was full: there may be more before this moment. */
  lookedBackTo: number | null;
};

/**
 * One page of the audit log, newest first. A filter of several parts is looked for in at most 1000 entries at a time;
 * the cursor then goes on from there. Errors: `forbidden`, `bad_request` for a cursor that is not ours.
 */
export async function listAudit(
  actor: Actor,
  filter: AuditFilter,
  { cursor, limit }: { cursor: string | null; limit: number },
): Promise<Result<AuditPage>> {
  if (!can(actor, "audit.read")) return fail("forbidden", "Only admins read the audit log.");
  const chunk = isServedWhole(filter) ? limit : Math.max(limit, CHUNK);
  const items: AuditEntry[] = [];
  let next = cursor;
  for (let scanned = 0; scanned < SCAN; scanned += chunk) {
    const page = await readPage(auditEntriesFor(filter), { field: "at", cursor: next, limit: chunk });
    if (!page.ok) return page;
    for (const [index, entry] of page.data.items.entries()) {
      if (!isMeant(entry, filter)) continue;
      items.push(entry);
      const isLast = index === page.data.items.length - 1 && page.data.nextCursor === null;
      if (items.length === limit)
        return ok({ items, nextCursor: isLast ? null : after(entry), lookedBackTo: null });
    }
    next = page.data.nextCursor;
    if (next === null) return ok({ items, nextCursor: null, lookedBackTo: null });
    const last = page.data.items.at(-1);
    if (scanned + chunk >= SCAN) return ok({ items, nextCursor: next, lookedBackTo: last?.at ?? null });
  }
  return ok({ items, nextCursor: next, lookedBackTo: null });
}

/** Whether an entry is what a filter asks for, in what Firestore did not ask. Pure. */
export function isMeant({ actor, action, subject }: AuditEntry, { who, what }: AuditFilter): boolean {
  if (who && actor.id !== who) return false;
  return !what || (what.includes(".") ? action === what : subject.kind === what);
}

function isServedWhole({ who, what, about }: AuditFilter): boolean {
  return [who, what, about].filter(Boolean).length <= 1 && !what?.includes(".");
}

const after = ({ at, id }: AuditEntry) => encodePageCursor([at, id]);
