import type { Actor, Member } from "@/lib/domain/member";
import type { Result } from "@/lib/domain/result";
import { updateMember } from "./update-member";

/** Lets a deactivated member sign in again, with the password they had. */
export function reactivateMember(
  actor: Actor,
  { uid }: { uid: string },
  now = Date.now(),
): Promise<Result<Member>> {
  return updateMember(actor, { uid, change: { isActive: true }, keepSessionId: null }, now);
}
