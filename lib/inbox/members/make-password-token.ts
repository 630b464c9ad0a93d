import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { members } from "@/lib/store/members";
import { passwordLinks } from "@/lib/store/password-links";
import { inTransaction } from "@/lib/store/transaction";
import { hashToken, newToken } from "./token";

const LINK_LIFETIME_MS = 24 * 60 * 60 * 1000;

/** A one-time token with which a member sets a password within 24 h. It voids the links made before it. */
export async function makePasswordToken(
  actor: Actor,
  uid: string,
  now = Date.now(),
): Promise<Result<string>> {
  if (!can(actor, "member.manage")) return fail("forbidden", "Only admins make password links.");
  const token = newToken();
  const id = hashToken(token);
  return inTransaction(async (tx) => {
    const member = (await tx.get(members().doc(uid))).data();
    if (!member?.isActive) return fail("not_found", "There is no such active member.");
    const older = await tx.get(passwordLinks().where("uid", "==", uid));
    const subject = { kind: "member", id: uid, name: member.name } as const;
    const entry = await auditEntry(actor, { action: "member.password_link_made", subject }, now);
    for (const link of older.docs) tx.delete(link.ref);
    tx.create(passwordLinks().doc(id), {
      id,
      uid,
      createdBy: actor.id,
      createdAt: now,
      expiresAt: now + LINK_LIFETIME_MS,
    });
    addAuditEntry(tx, entry);
    return ok(token);
  });
}
