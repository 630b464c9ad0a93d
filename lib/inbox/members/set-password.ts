import type { Actor } from "@/lib/domain/member";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { credentials } from "@/lib/store/credentials";
import { members } from "@/lib/store/members";
import { passwordLinks } from "@/lib/store/password-links";
import { inTransaction, type Transaction } from "@/lib/store/transaction";
import { checkPassword } from "./check-password";
import { hashPassword } from "./password-hash";
import { revokeIn, sessionIdsIn } from "./revoke-sessions";

type Options = {
  /** Who asks, as its caller has made sure: by the old password, by a one-time link, or at the machine itself. */
  actor: Actor;
  how: "password_changed" | "password_set_by_link" | "password_set";
  uid: string;
  password: string;
  now: number;
  /** Runs first in the same transaction, to refuse (a link used twice). */
  guard?: (tx: Transaction) => Promise<Result<unknown>>;
};

/**
 * Gives a member a new local password. Every session of theirs ends and every open password link is void.
 * The caller has made sure who asks (a link's holder is the member). `password_too_weak`, `not_found`, or what `guard` says.
 */
export async function setPassword({ actor, how, uid, password, now, guard }: Options): Promise<Result<void>> {
  const member = (await members().doc(uid).get()).data();
  if (!member?.isActive) return fail("not_found", "There is no such active member.");
  const strength = checkPassword(password, member.email);
  if (!strength.ok) return strength;
  const passwordHash = await hashPassword(password);
  return inTransaction(async (tx) => {
    const allowed = guard ? await guard(tx) : ok(undefined);
    if (!allowed.ok) return allowed;
    const links = await tx.get(passwordLinks().where("uid", "==", uid));
    const sessionIds = await sessionIdsIn(tx, uid);
    const subject = { kind: "member", id: uid, name: member.name } as const;
    const entry = await auditEntry(actor, { action: `member.${how}`, subject }, now);
    tx.set(credentials().doc(uid), { id: uid, passwordHash, updatedAt: now });
    for (const link of links.docs) tx.delete(link.ref);
    revokeIn(tx, sessionIds);
    addAuditEntry(tx, entry);
    return ok(undefined);
  });
}
