import { AuditExportFormat, AuditFilterQuery } from "@/lib/domain/audit-filter";
import { isoInZone } from "@/lib/domain/iso-in-zone";
import { exportAudit } from "@/lib/inbox/audit/export-audit";
import { readGeneralSettings } from "@/lib/inbox/workspace/read-general-settings";
import { defineRoute } from "@/lib/server/route/define-route";
import { downloadText } from "@/lib/server/route/download-text";

const types = { csv: "text/csv; charset=utf-8", jsonl: "application/x-ndjson; charset=utf-8" };

/** The filtered audit log as a file. A POST, because the log tells of it. */
export const POST = defineRoute({
  permission: "audit.read",
  isWrite: true,
  query: AuditFilterQuery.extend({ format: AuditExportFormat }),
  run: async ({ actor, query: { format, ...filter } }) => {
    const exported = await exportAudit(actor, filter, format);
    if (!exported.ok) return exported;
    const { timeZone } = await readGeneralSettings();
    const day = isoInZone(Date.now(), timeZone).slice(0, 10);
    return downloadText(exported.data, { type: types[format], filename: `audit-log-${day}.${format}` });
  },
});
