import type { Actor, Member } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { members } from "@/lib/store/members";

/** One member. `not_found` when there is none. */
export async function readMember(actor: Actor, uid: string): Promise<Result<Member>> {
  if (!can(actor, "member.read")) return fail("forbidden", "You may not see the team.");
  const member = (await members().doc(uid).get()).data();
  return member ? ok(member) : fail("not_found", "There is no such member.");
}
