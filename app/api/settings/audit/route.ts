import { AuditFilterQuery } from "@/lib/domain/audit-filter";
import { listAudit } from "@/lib/inbox/audit/list-audit";
import { defineRoute } from "@/lib/server/route/define-route";
import { PageQuery } from "@/lib/server/route/page-query";

/** A page of the audit log, newest first. */
export const GET = defineRoute({
  permission: "audit.read",
  query: AuditFilterQuery.extend(PageQuery.shape),
  run: ({ actor, query: { cursor = null, limit, ...filter } }) => listAudit(actor, filter, { cursor, limit }),
});
