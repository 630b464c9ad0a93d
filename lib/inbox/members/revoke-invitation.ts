import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { credentials } from "@/lib/store/credentials";
import { addFeedRow } from "@/lib/store/feed";
import { members } from "@/lib/store/members";
import { passwordLinks } from "@/lib/store/password-links";
import { inTransaction } from "@/lib/store/transaction";
import { isLastAdmin } from "./last-admin";
import { revokeIn, sessionIdsIn } from "./revoke-sessions";

/**
 * Takes back the invitation of somebody who never signed in: the member and every link of theirs are gone, and the
 * email can be invited again. `conflict` once they signed in, `last_admin`, `not_found`.
 */
export async function revokeInvitation(
  actor: Actor,
  { uid }: { uid: string },
  now = Date.now(),
): Promise<Result<null>> {
  if (!can(actor, "member.manage")) return fail("forbidden", "Only admins manage members.");
  return inTransaction(async (tx) => {
    const member = (await tx.get(members().doc(uid))).data();
    if (!member) return fail("not_found", "There is no such invitation.");
    if (member.lastSeenAt) return fail("conflict", "This member has signed in by now.");
    if (await isLastAdmin(tx, member)) return fail("last_admin", "An inbox needs one active admin.");
    const sessionIds = await sessionIdsIn(tx, uid);
    const links = (await tx.get(passwordLinks().where("uid", "==", uid))).docs;
    const subject = { kind: "member", id: uid, name: member.name } as const;
    const entry = await auditEntry(actor, { action: "member.invitation_revoked", subject }, now);
    tx.delete(members().doc(uid));
    tx.delete(credentials().doc(uid));
    for (const link of links) tx.delete(link.ref);
    revokeIn(tx, sessionIds);
    addFeedRow(tx, { kind: "member", subjectId: uid });
    addAuditEntry(tx, entry);
    return ok(null);
  });
}
