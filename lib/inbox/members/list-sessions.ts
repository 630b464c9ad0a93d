import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import type { Session } from "@/lib/domain/session";
import { sessionsOf } from "@/lib/store/sessions";

/** The actor's own sessions that still hold, last seen first. */
export async function listOwnSessions(actor: Actor, now = Date.now()): Promise<Result<Session[]>> {
  if (!can(actor, "session.manage-own"))
    return fail("forbidden", "This member has no sessions of their own.");
  const found = await sessionsOf(actor.id);
  return ok(found.filter((session) => session.expiresAt > now).sort((a, b) => b.lastSeenAt - a.lastSeenAt));
}
