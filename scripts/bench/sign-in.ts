import { createMember } from "@/lib/inbox/members/create-member";
import { startSession } from "@/lib/inbox/members/start-session";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { cookieName } from "@/lib/server/session/cookie-name";

/** Makes an agent with a session and gives the cookie header of a browser signed in as them. */
export async function signInFixture(index: number): Promise<string> {
  const member = await createMember(systemActor, {
    email: `bench-${index}@parley.local`,
    name: `Agent ${index}`,
    role: "agent",
  });
  if (!member.ok) throw new Error(member.error.message);
  const session = await startSession({
    member: member.data,
    provider: "local",
    userAgent: "bench",
    replaces: null,
  });
  return `${cookieName(false)}=${session.token}`;
}
