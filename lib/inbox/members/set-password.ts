import { fail, ok, type Result } from "@/lib/domain/result";
import { credentials } from "@/lib/store/credentials";
import { members } from "@/lib/store/members";
import { passwordLinks } from "@/lib/store/password-links";
import { inTransaction, type Transaction } from "@/lib/store/transaction";
import { checkPassword } from "./check-password";
import { hashPassword } from "./password-hash";
import { revokeIn, sessionIdsIn } from "./revoke-sessions";

type Options = {
  uid: string;
  password: string;
  now: number;
  /** Runs first in the same transaction, to refuse (a link used twice). */
  guard?: (tx: Transaction) => Promise<Result<unknown>>;
};

/**
 * Gives a member a new local password. Every session of theirs ends and every open password link is void.
 * The caller has made sure who asks. `password_too_weak`, `not_found`, or what `guard` says.
 */
export async function setPassword({ uid, password, now, guard }: Options): Promise<Result<void>> {
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
    tx.set(credentials().doc(uid), { id: uid, passwordHash, updatedAt: now });
    for (const link of links.docs) tx.delete(link.ref);
    revokeIn(tx, sessionIds);
    return ok(undefined);
  });
}
