import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { noRetention, type RetentionDays, retentionKinds } from "@/lib/domain/retention";
import { leaveAuditEntry } from "@/lib/inbox/audit/leave-audit-entry";
import { retentionSettings } from "@/lib/store/retention-settings";
import { inUnit } from "@/lib/store/unit";

/** Decides how long things are kept; the next run of the job acts on it. `forbidden`. `now` in epoch ms. */
export async function saveRetention(
  actor: Actor,
  days: RetentionDays,
  now = Date.now(),
): Promise<Result<null>> {
  if (!can(actor, "privacy.manage"))
    return fail("forbidden", "Only an admin decides how long things are kept");
  return inUnit(async (unit) => {
    const known = (await unit.get(retentionSettings())) ?? noRetention;
    unit.set(retentionSettings(), { ...known, days, updatedAt: now });
    const changed = retentionKinds.filter((kind) => known.days[kind] !== days[kind]);
    if (changed.length === 0) return ok(null);
    const detail = Object.fromEntries(changed.map((kind) => [kind, days[kind]]));
    const subject = { kind: "settings", id: "retention" } as const;
    await leaveAuditEntry(unit, actor, { action: "settings.retention_changed", subject, detail }, now);
    return ok(null);
  });
}
