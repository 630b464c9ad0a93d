import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import type { Session } from "@/lib/domain/session";
import { sessionsOf } from "@/lib/store/sessions";

/** The actor's own sessions that still hold, last seen first. */
export async function listOwnSessions(actor: Actor, now = Date.now()): Promise<Result<Session[]>> {
  if (!can(actor, "session.manage-own"))
    return fail("forbidden", "This member has no sessions of their own.");
  return ok(await liveSessions(actor.id, now));
}

/** A member's sessions that still hold, last seen first, for those who manage members. */
export async function listSessionsOf(
  actor: Actor,
  uid: string,
  now = Date.now(),
): Promise<Result<Session[]>> {
  if (!can(actor, "member.manage")) return fail("forbidden", "Only admins see the sessions of others.");
  return ok(await liveSessions(uid, now));
}

async function liveSessions(uid: string, now: number): Promise<Session[]> {
  const found = await sessionsOf(uid);
  return found.filter((session) => session.expiresAt > now).sort((a, b) => b.lastSeenAt - a.lastSeenAt);
}
