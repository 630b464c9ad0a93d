import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { savedInteractives } from "@/lib/store/saved-interactives";
import { inTransaction } from "@/lib/store/transaction";

/** Deletes a saved message; fine when it is gone. Errors: `forbidden`. */
export async function deleteInteractive({ actor, id }: { actor: Actor; id: string }): Promise<Result<null>> {
  if (!can(actor, "message.send")) return fail("forbidden", "This person may not send messages");
  return inTransaction(async (tx) => {
    const saved = (await tx.get(savedInteractives().doc(id))).data();
    if (!saved) return ok(null);
    const subject = { kind: "saved_interactive", id, name: saved.name } as const;
    const entry = await auditEntry(actor, { action: "saved_interactive.deleted", subject });
    tx.delete(savedInteractives().doc(id));
    addAuditEntry(tx, entry);
    return ok(null);
  });
}
