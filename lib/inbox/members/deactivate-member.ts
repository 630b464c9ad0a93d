import type { Actor, Member } from "@/lib/domain/member";
import type { Result } from "@/lib/domain/result";
import { updateMember } from "./update-member";

/** Puts a member out at once: no session, no sign-in, no password link. What they wrote stays. `last_admin`, `not_found`. */
export function deactivateMember(
  actor: Actor,
  { uid }: { uid: string },
  now = Date.now(),
): Promise<Result<Member>> {
  return updateMember(actor, { uid, change: { isActive: false }, keepSessionId: null }, now);
}
