import type { RequestOrigin } from "@/lib/domain/member";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { members } from "@/lib/store/members";
import { sessions } from "@/lib/store/sessions";
import { inTransaction } from "@/lib/store/transaction";
import { memberActor } from "./member-actor";
import { revokeIn } from "./revoke-sessions";

/** Ends the session whose token the caller holds: holding it is the permission. */
export async function endSession(sessionId: string, from: RequestOrigin): Promise<void> {
  await inTransaction(async (tx) => {
    const session = (await tx.get(sessions().doc(sessionId))).data();
    if (!session) return;
    const member = (await tx.get(members().doc(session.uid))).data();
    if (member) {
      const subject = { kind: "session", id: sessionId } as const;
      addAuditEntry(
        tx,
        await auditEntry(memberActor(member, from), { action: "session.signed_out", subject }),
      );
    }
    revokeIn(tx, [sessionId]);
  });
}
