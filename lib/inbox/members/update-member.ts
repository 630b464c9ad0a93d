import type { AuditEntry } from "@/lib/domain/audit";
import type { Actor, Member } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { type AuditedChange, auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { addFeedRow } from "@/lib/store/feed";
import { members } from "@/lib/store/members";
import { passwordLinks } from "@/lib/store/password-links";
import { inTransaction } from "@/lib/store/transaction";
import { isLastAdmin } from "./last-admin";
import { revokeIn, sessionIdsIn } from "./revoke-sessions";

type Options = {
  uid: string;
  change: Partial<Pick<Member, "role" | "isActive">>;
  keepSessionId: string | null;
};

/** Changes what a member may do and ends their sessions, as one. An active admin always remains. */
export async function updateMember(
  actor: Actor,
  { uid, change, keepSessionId }: Options,
  now: number,
): Promise<Result<Member>> {
  if (!can(actor, "member.manage")) return fail("forbidden", "Only admins manage members.");
  return inTransaction(async (tx) => {
    const member = (await tx.get(members().doc(uid))).data();
    if (!member) return fail("not_found", "There is no such member.");
    const changed: Member = { ...member, ...change, updatedAt: now };
    if (changed.role === member.role && changed.isActive === member.isActive) return ok(member);

    const remainsAdmin = changed.role === "admin" && changed.isActive;
    if (!remainsAdmin && (await isLastAdmin(tx, member))) {
      return fail("last_admin", "An inbox needs one active admin.");
    }
    const sessionIds = (await sessionIdsIn(tx, uid)).filter((id) => id !== keepSessionId);
    const links = changed.isActive ? [] : (await tx.get(passwordLinks().where("uid", "==", uid))).docs;

    const entries = await entriesOf(actor, member, changed, now);
    tx.set(members().doc(uid), changed);
    for (const entry of entries) addAuditEntry(tx, entry);
    for (const link of links) tx.delete(link.ref);
    revokeIn(tx, sessionIds);
    addFeedRow(tx, { kind: "member", subjectId: uid });
    return ok(changed);
  });
}

function entriesOf(actor: Actor, before: Member, after: Member, now: number): Promise<AuditEntry[]> {
  const subject = { kind: "member", id: after.id, name: after.name } as const;
  const changes: AuditedChange[] = [];
  if (after.role !== before.role) {
    changes.push({ action: "member.role_changed", subject, detail: { from: before.role, to: after.role } });
  }
  if (after.isActive !== before.isActive) {
    changes.push({ action: after.isActive ? "member.reactivated" : "member.deactivated", subject });
  }
  return Promise.all(changes.map((change) => auditEntry(actor, change, now)));
}
