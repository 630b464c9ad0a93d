import type { Actor, Member } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { inTransaction } from "@/lib/store/transaction";

/** Tells the audit log of a password link that another service is about to make, or mail. Errors: `forbidden`, `not_found`. */
export async function notePasswordLink(
  actor: Actor,
  member: Member,
  how: "password_link_made" | "invitation_mailed" = "password_link_made",
): Promise<Result<void>> {
  if (!can(actor, "member.manage")) return fail("forbidden", "Only admins make password links.");
  if (!member.isActive) return fail("not_found", "There is no such active member.");
  const subject = { kind: "member", id: member.id, name: member.name } as const;
  const entry = await auditEntry(actor, { action: `member.${how}`, subject });
  await inTransaction(async (tx) => addAuditEntry(tx, entry));
  return ok(undefined);
}
