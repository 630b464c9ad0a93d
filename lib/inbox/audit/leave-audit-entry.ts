import type { Actor } from "@/lib/domain/member";
import { addAuditEntry } from "@/lib/store/audit-log";
import type { Unit } from "@/lib/store/unit";
import { type AuditedChange, auditEntry } from "./audit-entry";

/** Has a unit write an entry of the audit log together with its changes. `now` in epoch ms. */
export async function leaveAuditEntry(
  unit: Unit,
  actor: Actor,
  what: AuditedChange,
  now = Date.now(),
): Promise<void> {
  const entry = await auditEntry(actor, what, now);
  unit.finally((tx) => addAuditEntry(tx, entry));
}
