import type { Member } from "@/lib/domain/member";
import { ok, type Result } from "@/lib/domain/result";
import { checkPassword } from "./check-password";
import { createMember, type NewMember } from "./create-member";
import { setPassword } from "./set-password";
import { systemActor } from "./system-actor";

/** A member with a local password, made by Parley itself (seed, scripts). `conflict` when the email is taken. */
export async function createLocalMember(
  { password, ...member }: NewMember & { password: string },
  now = Date.now(),
): Promise<Result<Member>> {
  const strength = checkPassword(password, member.email);
  if (!strength.ok) return strength;
  const created = await createMember(systemActor, member, now);
  if (!created.ok) return created;
  const set = await setPassword({
    actor: systemActor,
    how: "password_set",
    uid: created.data.id,
    password,
    now,
  });
  return set.ok ? ok(created.data) : set;
}
