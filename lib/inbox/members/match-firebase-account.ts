import type { Member } from "@/lib/domain/member";
import { fail, ok, type Result } from "@/lib/domain/result";
import { members } from "@/lib/store/members";
import { inTransaction } from "@/lib/store/transaction";
import { findMemberByEmail } from "./find-member";

export type FirebaseAccount = { uid: string; email: string | null; isEmailVerified: boolean };

/**
 * The active member that a Firebase account is: the one it was joined to before, else the invited one with the same
 * verified email, who is joined to it now. An email nobody verified proves nothing (`email_not_verified`);
 * everybody else is `sign_in_refused`.
 */
export function matchFirebaseAccount(account: FirebaseAccount, now: number): Promise<Result<Member>> {
  return inTransaction(async (tx) => {
    const joined = await tx.get(members().where("firebaseUid", "==", account.uid).limit(1));
    const known = joined.docs[0]?.data();
    if (known) return known.isActive ? ok(known) : refused;
    if (!account.email) return refused;
    if (!account.isEmailVerified) return fail("email_not_verified", "The email address is not verified.");

    const invited = await findMemberByEmail(account.email, tx);
    if (!invited?.isActive || invited.firebaseUid) return refused;
    tx.update(members().doc(invited.id), { firebaseUid: account.uid, updatedAt: now });
    return ok({ ...invited, firebaseUid: account.uid, updatedAt: now });
  });
}

const refused = fail("sign_in_refused", "This account is not an active member.");
