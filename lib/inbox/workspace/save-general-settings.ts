import type { AuditDetail } from "@/lib/domain/audit";
import {
  defaultGeneralSettings,
  type GeneralSettings,
  type GeneralSettingsInput,
} from "@/lib/domain/general-settings";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { addAuditEntry } from "@/lib/store/audit-log";
import { generalSettings } from "@/lib/store/general-settings";
import { inTransaction } from "@/lib/store/transaction";
import { auditEntry } from "../audit/audit-entry";

const fields = ["businessName", "timeZone", "language", "theme"] as const;

/** Sets what the whole workspace shares. Writes nothing when nothing changes. `forbidden` but for admins. */
export async function saveGeneralSettings(
  actor: Actor,
  input: GeneralSettingsInput,
  now = Date.now(),
): Promise<Result<GeneralSettings>> {
  if (!can(actor, "settings.manage")) return fail("forbidden", "Only admins change the settings.");
  return inTransaction(async (tx) => {
    const before = (await tx.get(generalSettings())).data() ?? defaultGeneralSettings;
    const detail: AuditDetail = {};
    for (const field of fields) if (before[field] !== input[field]) detail[field] = input[field];
    if (Object.keys(detail).length === 0) return ok(before);
    const subject = { kind: "settings", id: "general" } as const;
    const entry = await auditEntry(actor, { action: "settings.general_changed", subject, detail }, now);
    const changed = { ...before, ...input, updatedAt: now };
    tx.set(generalSettings(), changed);
    addAuditEntry(tx, entry);
    return ok(changed);
  });
}
