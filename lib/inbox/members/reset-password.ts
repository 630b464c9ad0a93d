import type { Member, RequestOrigin } from "@/lib/domain/member";
import { fail, ok, type Result } from "@/lib/domain/result";
import { members } from "@/lib/store/members";
import { passwordLinks } from "@/lib/store/password-links";
import { memberActor } from "./member-actor";
import { setPassword } from "./set-password";
import { hashToken, isTokenShaped } from "./token";

/** Who a password link is for; `link_expired` when it was used, replaced, is over, or never was. */
export async function readPasswordToken(token: string, now = Date.now()): Promise<Result<Member>> {
  if (!isTokenShaped(token)) return gone;
  const link = (await passwordLinks().doc(hashToken(token)).get()).data();
  if (!link || link.expiresAt <= now) return gone;
  const member = (await members().doc(link.uid).get()).data();
  return member?.isActive ? ok(member) : gone;
}

/** Sets a password by a one-time link: it works once, and ends every session. `link_expired`, `password_too_weak`. */
export async function resetPassword(
  token: string,
  password: string,
  from: RequestOrigin,
  now = Date.now(),
): Promise<Result<Member>> {
  const member = await readPasswordToken(token, now);
  if (!member.ok) return member;
  const set = await setPassword({
    actor: memberActor(member.data, from),
    how: "password_set_by_link",
    uid: member.data.id,
    password,
    now,
    guard: async (tx) =>
      (await tx.get(passwordLinks().doc(hashToken(token)))).exists ? ok(undefined) : gone,
  });
  return set.ok ? member : set;
}

const gone = fail("link_expired", "This link was used already or is over.");
