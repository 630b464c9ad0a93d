import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { addFeedRow } from "@/lib/store/feed";
import { members } from "@/lib/store/members";
import { sessions } from "@/lib/store/sessions";
import { inTransaction, type Transaction } from "@/lib/store/transaction";

/**
 * Ends every session of a member but `exceptId`. One's own with `session.manage-own`, another's with
 * `member.manage`. Answers how many ended.
 */
export async function revokeSessions(
  actor: Actor,
  { uid, exceptId = null }: { uid: string; exceptId?: string | null },
): Promise<Result<number>> {
  if (!can(actor, actor.id === uid ? "session.manage-own" : "member.manage")) {
    return fail("forbidden", "Only admins end the sessions of others.");
  }
  return inTransaction(async (tx) => {
    const ids = (await sessionIdsIn(tx, uid)).filter((id) => id !== exceptId);
    if (ids.length === 0) return ok(0);
    const name = (await tx.get(members().doc(uid))).data()?.name ?? null;
    const subject = { kind: "member", id: uid, name } as const;
    const ended = { action: "member.sessions_ended", subject, detail: { count: ids.length } };
    addAuditEntry(tx, await auditEntry(actor, ended));
    revokeIn(tx, ids);
    return ok(ids.length);
  });
}

/** Ends one of the actor's own sessions. Somebody else's, or none, is `not_found`. */
export async function revokeOwnSession(actor: Actor, sessionId: string): Promise<Result<void>> {
  if (!can(actor, "session.manage-own"))
    return fail("forbidden", "This member has no sessions of their own.");
  return inTransaction(async (tx) => {
    const session = (await tx.get(sessions().doc(sessionId))).data();
    if (session?.uid !== actor.id) return fail("not_found", "There is no such session.");
    const subject = { kind: "session", id: sessionId } as const;
    addAuditEntry(tx, await auditEntry(actor, { action: "session.ended", subject }));
    revokeIn(tx, [sessionId]);
    return ok(undefined);
  });
}

/** The ids of a member's sessions, read inside a transaction. */
export async function sessionIdsIn(tx: Transaction, uid: string): Promise<string[]> {
  const found = await tx.get(sessions().where("uid", "==", uid));
  return found.docs.map((document) => document.id);
}

/** Deletes sessions and tells the live streams, so that open ones end at once. */
export function revokeIn(tx: Transaction, sessionIds: readonly string[]): void {
  for (const id of sessionIds) {
    tx.delete(sessions().doc(id));
    addFeedRow(tx, { kind: "session", subjectId: id });
  }
}
