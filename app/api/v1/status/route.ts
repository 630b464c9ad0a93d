import { endpoints } from "@/lib/domain/api/endpoints";
import { ok } from "@/lib/domain/result";
import { readReport } from "@/lib/inbox/doctor/read-report";
import { readStatus } from "@/lib/inbox/read/read-status";
import { defineApiRoute } from "@/lib/server/api/define-api-route";
import { apiChecks } from "@/lib/server/doctor/api-checks";

export const GET = defineApiRoute(endpoints.getStatus, async ({ actor }) => {
  const [status, report] = await Promise.all([readStatus(actor), readReport(actor)]);
  if (!report.ok) return report;
  const isFailing = report.data.results.some(({ state }) => state === "fail");
  return ok({
    ...status,
    status: isFailing ? "attention" : status.status,
    checks: apiChecks(report.data),
  });
});
