import type { Actor, Member, Role } from "@/lib/domain/member";
import type { Failure, Result } from "@/lib/domain/result";
import { createLocalMember } from "@/lib/inbox/members/create-local-member";
import { createMember } from "@/lib/inbox/members/create-member";
import { startSession } from "@/lib/inbox/members/start-session";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { actorOfSession } from "@/lib/server/session/current";
import { browser } from "./browser";

export const password = "six green bottles";

let count = 0;
const someone = (role: Role) => {
  count += 1;
  return { email: `${role}-${count}@example.com`, name: `${role} ${count}`, role };
};

/** A new member without a password (quick). */
export const member = async (role: Role): Promise<Member> =>
  got(await createMember(systemActor, someone(role)));

/** A new member whose local password is `password`. */
export const localMember = async (role: Role): Promise<Member> =>
  got(await createLocalMember({ ...someone(role), password }));

export const actorOf = ({ id, name, role }: Member): Extract<Actor, { kind: "member" }> => ({
  kind: "member",
  id,
  name,
  role,
});

/** A session for a member, of a browser that is not this test's. */
export const sessionOf = (who: Member, now = Date.now()) =>
  startSession({ member: who, provider: "local", userAgent: "Test/1.0", replaces: null, now });

/** Signs this test's browser in, without the form. */
export async function signIn(who: Member): Promise<string> {
  const { token, sessionId } = await sessionOf(who);
  browser.setCookie(token);
  return sessionId;
}

/** Whether a session still holds. */
export const isSessionAlive = async (sessionId: string): Promise<boolean> =>
  (await actorOfSession(sessionId)) !== null;

/** The value of a Result that has to be good. */
export function got<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.data;
}

/** The failure of a Result that has to be bad. */
export function failed(result: Result<unknown>): Failure {
  if (result.ok) throw new Error("It succeeded.");
  return result.error;
}
