import type { Member, RequestOrigin } from "@/lib/domain/member";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { inTransaction } from "@/lib/store/transaction";
import { systemActor } from "./system-actor";

/**
 * Leaves an entry about a proof of identity that does not hold, after it was counted: the throttle bounds how many
 * there can be. An account that does not exist leaves one too, without its email, so that the answer takes as long.
 */
export async function noteSignInRefused(
  member: Member | null,
  from: RequestOrigin,
  now: number,
): Promise<void> {
  const subject = member
    ? ({ kind: "member", id: member.id, name: member.name } as const)
    : ({ kind: "session", id: "unknown" } as const);
  const action = member ? "member.sign_in_refused" : "session.refused";
  const entry = await auditEntry(systemActor, { action, subject, from }, now);
  await inTransaction(async (tx) => addAuditEntry(tx, entry));
}
