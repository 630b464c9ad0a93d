import type { Member } from "@/lib/domain/member";
import { SESSION_EXTEND_AFTER_MS, type Session } from "@/lib/domain/session";
import { extendSession, readSessionWithMember, sessions } from "@/lib/store/sessions";

export type LiveSession = { session: Session; member: Member };

/**
 * The session behind an id with its member, or null when it is over, revoked, or the member is not active.
 * Always read from the store, so that revoking acts at once; seen sessions are extended every five minutes.
 */
export async function readSession(sessionId: string, now: number): Promise<LiveSession | null> {
  const uid = await ownerOf(sessionId);
  if (!uid) return null;
  const { session, member } = await readSessionWithMember(sessionId, uid);
  if (!session || session.uid !== uid) {
    owners.delete(sessionId);
    return null;
  }
  if (!member?.isActive || session.expiresAt <= now) return null;
  if (now - session.lastSeenAt >= SESSION_EXTEND_AFTER_MS) await extendSession(session, now);
  return { session, member };
}

/** Whose session an id is never changes, so it is remembered: the next request needs one round trip. */
const owners = new Map<string, string>();
const OWNERS_KEPT = 5000;

async function ownerOf(sessionId: string): Promise<string | null> {
  const known = owners.get(sessionId);
  const uid = known ?? (await sessions().doc(sessionId).get()).data()?.uid;
  if (!uid) return null;
  owners.delete(sessionId);
  owners.set(sessionId, uid);
  const oldest = owners.keys().next().value;
  if (owners.size > OWNERS_KEPT && oldest) owners.delete(oldest);
  return uid;
}
