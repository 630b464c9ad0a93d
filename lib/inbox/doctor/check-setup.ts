import { withResults } from "@/lib/domain/doctor/keep";
import { type CheckResult, type DoctorReport, lineKey } from "@/lib/domain/doctor/result";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { log } from "@/lib/log";
import { doctorReport, readDoctorReport } from "@/lib/store/doctor-report";
import { inUnit } from "@/lib/store/unit";
import { runDoctor } from "./run-doctor";
import { LATE, within } from "./within";

const STORE_MS = 5000;

/**
 * Looks at everything, or at one line (`only`, its `lineKey`), and keeps what was found. A store that does not answer is
 * one of the findings, so nothing is kept then. `onResult` hears of each line as it is known. Errors: `forbidden`.
 */
export async function checkSetup(input: {
  actor: Actor;
  only?: string | null;
  now?: number;
  onBegin?: (keys: string[]) => void;
  onResult?: (result: CheckResult) => void;
}): Promise<Result<CheckResult[]>> {
  const { actor, only = null, now = Date.now(), onBegin, onResult } = input;
  if (!can(actor, "setup.read")) return fail("forbidden", "This person may not see the setup check");
  const before = await within(STORE_MS, readDoctorReport()).catch(() => LATE);
  const known = before === LATE ? null : (before as DoctorReport);
  const results = await runDoctor({ now, only, before: known, onBegin, onResult });
  const isWhole = only === null;
  if (known && (isWhole || results.length > 0)) await keep(results, { isWhole, now });
  return ok(results);
}

async function keep(results: readonly CheckResult[], how: { isWhole: boolean; now: number }): Promise<void> {
  const write = inUnit(async (unit) => {
    const ref = doctorReport();
    const report = await unit.get(ref);
    unit.set(ref, withResults(report ?? { id: "doctor", checkedAt: null, results: [] }, results, how));
  });
  const kept = await within(STORE_MS, write).catch((err: unknown) => {
    log.warn({ err }, "the findings of the setup check could not be kept");
    return LATE;
  });
  if (kept === LATE)
    log.warn({ lines: results.map(lineKey).length }, "the setup check's findings are not kept");
}
