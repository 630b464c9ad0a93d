import type { AuditEntry } from "@/lib/domain/audit";
import type { AuditExportFormat, AuditFilter } from "@/lib/domain/audit-filter";
import { csvLine } from "@/lib/domain/csv-line";
import { isoInZone } from "@/lib/domain/iso-in-zone";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { addAuditEntry, auditEntriesFor } from "@/lib/store/audit-log";
import { type Page, readPage } from "@/lib/store/read-page";
import { inTransaction } from "@/lib/store/transaction";
import { readGeneralSettings } from "../workspace/read-general-settings";
import { auditEntry } from "./audit-entry";
import { isMeant } from "./list-audit";

const CHUNK = 500;

/**
 * The entries of the audit log that a filter means, newest first, as text piece by piece: CSV with a header, or a JSON
 * document a line. Times are those of the business's clock in CSV, with their offset, and UTC in JSON. That somebody takes it away is in the log before the first piece is. Errors: `forbidden`.
 */
export async function exportAudit(
  actor: Actor,
  filter: AuditFilter,
  format: AuditExportFormat,
  now = Date.now(),
): Promise<Result<AsyncGenerator<string>>> {
  if (!can(actor, "audit.read")) return fail("forbidden", "Only admins export the audit log.");
  const subject = { kind: "audit_log", id: "export" } as const;
  const detail = { format, ...told(filter) };
  const entry = await auditEntry(actor, { action: "audit_log.exported", subject, detail }, now);
  await inTransaction(async (tx) => addAuditEntry(tx, entry));
  // Entries that come while the file is made are the next export's.
  const { timeZone } = await readGeneralSettings();
  return ok(pieces({ ...filter, to: Math.min(filter.to ?? now, now) }, { format, timeZone }));
}

type How = { format: AuditExportFormat; timeZone: string };

async function* pieces(filter: AuditFilter, how: How): AsyncGenerator<string> {
  // The mark by which spreadsheets know UTF-8.
  if (how.format === "csv") yield `\uFEFF${csvLine(columns)}`;
  let cursor: string | null = null;
  do {
    const page: Result<Page<AuditEntry>> = await readPage(auditEntriesFor(filter), {
      field: "at",
      cursor,
      limit: CHUNK,
    });
    if (!page.ok) throw new Error("The audit log could not be read on");
    const entries = page.data.items.filter((entry) => isMeant(entry, filter));
    if (entries.length > 0) yield entries.map((entry) => lineOf(entry, how)).join("");
    cursor = page.data.nextCursor;
  } while (cursor !== null);
}

const columns = [
  "id",
  "at",
  "actor_kind",
  "actor_id",
  "actor_name",
  "action",
  "subject_kind",
  "subject_id",
  "subject_name",
  "address",
  "user_agent",
  "detail",
];

function lineOf(entry: AuditEntry, { format, timeZone }: How): string {
  const { id, actor, action, subject, detail, from, about } = entry;
  if (format === "jsonl") {
    const at = new Date(entry.at).toISOString();
    return `${JSON.stringify({ id, at, actor, action, subject, detail, from, about })}\n`;
  }
  return csvLine([
    id,
    isoInZone(entry.at, timeZone),
    actor.kind,
    actor.id,
    actor.name,
    action,
    subject.kind,
    subject.id,
    subject.name ?? "",
    from?.address ?? "",
    from?.userAgent ?? "",
    Object.keys(detail).length > 0 ? JSON.stringify(detail) : "",
  ]);
}

function told({ who, what, about, from, to }: AuditFilter) {
  return {
    ...(who ? { who } : {}),
    ...(what ? { what } : {}),
    ...(about ? { about: about.join(",") } : {}),
    ...(from === undefined ? {} : { from: new Date(from).toISOString() }),
    ...(to === undefined ? {} : { to: new Date(to).toISOString() }),
  };
}
