import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { apiKeys } from "@/lib/store/api-keys";
import { addAuditEntry } from "@/lib/store/audit-log";
import { inTransaction } from "@/lib/store/transaction";
import { forgetApiKey } from "./known-keys";

/** Ends a key: at once in this process, within seconds in the others. Revoking twice changes nothing. */
export async function revokeApiKey(
  actor: Actor,
  { id }: { id: string },
  now = Date.now(),
): Promise<Result<null>> {
  if (!can(actor, "api-key.manage")) return fail("forbidden", "Only admins revoke API keys.");
  const ref = apiKeys().doc(id);
  const revoked = await inTransaction<Result<null>>(async (tx) => {
    const key = (await tx.get(ref)).data();
    if (!key) return fail("not_found", "There is no such key.");
    if (key.revokedAt !== null) return ok(null);
    const entry = await auditEntry(
      actor,
      { action: "api_key.revoked", subject: { kind: "api_key", id, name: key.name } },
      now,
    );
    tx.set(ref, { ...key, revokedAt: now, revokedBy: { id: actor.id, name: actor.name } });
    addAuditEntry(tx, entry);
    return ok(null);
  });
  forgetApiKey(id);
  return revoked;
}
