import type { Member, RequestOrigin } from "@/lib/domain/member";
import { fail, type Result } from "@/lib/domain/result";
import { memberActor } from "./member-actor";
import { setPassword } from "./set-password";
import { verifyPassword } from "./verify-password";

type Options = { member: Member; current: string; next: string; from: RequestOrigin; now?: number };

/** A member changes their own local password. Every session ends; the caller starts a new one for this browser. */
export async function changePassword({
  member,
  current,
  next,
  from,
  now = Date.now(),
}: Options): Promise<Result<void>> {
  const verified = await verifyPassword({ email: member.email, password: current, from, now });
  if (!verified.ok) return verified;
  if (current === next) return fail("password_too_weak", "The new password is the old one.");
  return setPassword({
    actor: memberActor(member, from),
    how: "password_changed",
    uid: member.id,
    password: next,
    now,
  });
}
