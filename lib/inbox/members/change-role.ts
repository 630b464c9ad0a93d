import type { Actor, Member, Role } from "@/lib/domain/member";
import type { Result } from "@/lib/domain/result";
import { updateMember } from "./update-member";

/**
 * Gives a member another role. Their sessions end (but the actor's own current one), so that no browser keeps
 * what it was shown under the old role. `last_admin` when nobody would be left to manage.
 */
export function changeRole(
  actor: Actor,
  { uid, role, keepSessionId = null }: { uid: string; role: Role; keepSessionId?: string | null },
  now = Date.now(),
): Promise<Result<Member>> {
  return updateMember(actor, { uid, change: { role }, keepSessionId }, now);
}
