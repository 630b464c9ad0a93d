import type { DoctorReport } from "@/lib/domain/doctor/result";
import type { Actor } from "@/lib/domain/member";
import { can, mayReach } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { readDoctorReport } from "@/lib/store/doctor-report";

/** What the setup check last found, of the channels that an actor reaches. Errors: `forbidden`. */
export async function readReport(actor: Actor): Promise<Result<DoctorReport>> {
  if (!can(actor, "status.read")) return fail("forbidden", "This key may not see how the installation does");
  const report = await readDoctorReport();
  const results = report.results.filter(({ channelId }) => channelId === null || mayReach(actor, channelId));
  return ok({ ...report, results });
}
