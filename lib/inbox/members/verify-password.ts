import type { Member, RequestOrigin } from "@/lib/domain/member";
import { fail, ok, type Result } from "@/lib/domain/result";
import { credentials } from "@/lib/store/credentials";
import { findMemberByEmail, normaliseEmail } from "./find-member";
import { noteSignInRefused } from "./note-sign-in-refused";
import { isPasswordRight } from "./password-hash";
import { beginTry, settleTry } from "./throttle";

type Options = { email: string; password: string; from: RequestOrigin; now?: number };

/**
 * The active member with this email and local password. An unknown account takes as long and gets the same answer
 * (`invalid_credentials`). Slowed down by account and by address (`rate_limited` with `details.retryAfterMs`).
 */
export async function verifyPassword({
  email,
  password,
  from,
  now = Date.now(),
}: Options): Promise<Result<Member>> {
  const keys = { account: normaliseEmail(email), address: from.address };
  const admitted = await beginTry(keys, now);
  if (!admitted.ok) return admitted;
  const member = await findMemberByEmail(email);
  const stored = member ? (await credentials().doc(member.id).get()).data() : undefined;
  const isRight = await isPasswordRight(password, stored?.passwordHash ?? null);
  if (!isRight || !member?.isActive) {
    await noteSignInRefused(member, from, now);
    return fail("invalid_credentials", "The email or the password is wrong.");
  }
  await settleTry(keys);
  return ok(member);
}
