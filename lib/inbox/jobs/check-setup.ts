import { checkSetup } from "@/lib/inbox/doctor/check-setup";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { takeLease } from "@/lib/store/leases";

const EVERY_MS = 60 * 60_000;

/** Looks at the whole installation once an hour, whichever instance comes first, and keeps what it found. */
export async function checkSetupHourly(now: number): Promise<void> {
  if (!(await takeLease("hourly setup check", `check ${now}`, now, EVERY_MS))) return;
  await checkSetup({ actor: systemActor, now });
}
