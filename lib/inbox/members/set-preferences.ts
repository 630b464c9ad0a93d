import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import type { Preferences } from "@/lib/domain/preferences";
import { fail, ok, type Result } from "@/lib/domain/result";
import { addAuditEntry } from "@/lib/store/audit-log";
import { members } from "@/lib/store/members";
import { inTransaction } from "@/lib/store/transaction";
import { auditEntry } from "../audit/audit-entry";

/** Sets the language and theme that a member sees, their own only. Writes nothing when nothing changes. */
export async function setPreferences(
  actor: Actor,
  { language, theme }: Preferences,
  now = Date.now(),
): Promise<Result<Preferences>> {
  if (actor.kind !== "member" || !can(actor, "session.manage-own")) {
    return fail("forbidden", "Only members have preferences.");
  }
  return inTransaction(async (tx) => {
    const member = (await tx.get(members().doc(actor.id))).data();
    if (!member) return fail("not_found", "There is no such member.");
    if ((member.language ?? null) === language && (member.theme ?? null) === theme) {
      return ok({ language, theme });
    }
    const subject = { kind: "member", id: member.id, name: member.name } as const;
    const what = { action: "member.preferences_changed", subject, detail: { language, theme } };
    const entry = await auditEntry(actor, what, now);
    tx.update(members().doc(member.id), { language, theme, updatedAt: now });
    addAuditEntry(tx, entry);
    return ok({ language, theme });
  });
}
