import { sessions } from "@/lib/store/sessions";
import { inTransaction } from "@/lib/store/transaction";
import { revokeIn } from "./revoke-sessions";

/** Ends the session whose token the caller holds: holding it is the permission. */
export async function endSession(sessionId: string): Promise<void> {
  await inTransaction(async (tx) => {
    const session = await tx.get(sessions().doc(sessionId));
    if (session.exists) revokeIn(tx, [sessionId]);
  });
}
