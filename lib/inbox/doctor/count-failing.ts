import { countStates } from "@/lib/domain/doctor/result";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { readDoctorReport } from "@/lib/store/doctor-report";
import { LATE, within } from "./within";

const LIMIT_MS = 1000;

/** How many lines failed when it was last looked, for who may see the setup check; 0 for others, and while the store does not say. */
export async function countFailing(actor: Actor): Promise<number> {
  if (!can(actor, "setup.read")) return 0;
  const report = await within(LIMIT_MS, readDoctorReport()).catch(() => LATE);
  return report === LATE ? 0 : countStates((report as Exclude<typeof report, symbol>).results).fail;
}
