import type { Actor, Member } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { members } from "@/lib/store/members";

/** Every member, active first, then by name. */
export async function listMembers(actor: Actor): Promise<Result<Member[]>> {
  if (!can(actor, "member.read")) return fail("forbidden", "You may not see the team.");
  const found = await members().get();
  const list = found.docs.map((document) => document.data());
  list.sort((a, b) => Number(b.isActive) - Number(a.isActive) || a.name.localeCompare(b.name, "en"));
  return ok(list);
}
