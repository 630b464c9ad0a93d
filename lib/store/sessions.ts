import {
  type FirestoreDataConverter,
  Timestamp,
  type Transaction,
  type WriteBatch,
} from "firebase-admin/firestore";
import { Member } from "@/lib/domain/member";
import { SESSION_LIFETIME_MS, Session } from "@/lib/domain/session";
import { db } from "./firestore";
import { members } from "./members";

/** `sessions`: `expireAt` is Firestore's TTL field, kept the same as `expiresAt`. */
export const sessions = () => db().collection("sessions").withConverter(converter);

/** A session and its member in one round trip; each null when there is none. */
export async function readSessionWithMember(
  sessionId: string,
  uid: string,
): Promise<{ session: Session | null; member: Member | null }> {
  const [session, member] = await db().getAll(
    db().collection("sessions").doc(sessionId),
    db().collection("members").doc(uid),
  );
  return {
    session: session?.exists ? Session.parse({ ...session.data(), id: session.id }) : null,
    member: member?.exists ? Member.parse({ ...member.data(), id: member.id }) : null,
  };
}

/** Notes that a session and its member were seen, and moves the session's end. Nothing comes back to life by it. */
export async function extendSession(session: Session, now: number): Promise<void> {
  const expiresAt = now + SESSION_LIFETIME_MS;
  const batch = db().batch();
  batch.update(sessions().doc(session.id), {
    lastSeenAt: now,
    expiresAt,
    expireAt: Timestamp.fromMillis(expiresAt),
  });
  batch.update(members().doc(session.uid), { lastSeenAt: now });
  await batch.commit().catch((error: { code?: number }) => {
    if (error.code !== NOT_FOUND) throw error;
  });
}

/** Every session of a member, also those that are over but not yet cleaned up. */
export async function sessionsOf(uid: string): Promise<Session[]> {
  const found = await sessions().where("uid", "==", uid).get();
  return found.docs.map((document) => document.data());
}

export function deleteSession(writer: Transaction | WriteBatch, sessionId: string): void {
  (writer as WriteBatch).delete(sessions().doc(sessionId));
}

const NOT_FOUND = 5;

const converter: FirestoreDataConverter<Session> = {
  toFirestore: (session) => {
    const { id: _id, ...fields } = session as Session;
    return { ...fields, expireAt: Timestamp.fromMillis(fields.expiresAt) };
  },
  fromFirestore: (snapshot) => Session.parse({ ...snapshot.data(), id: snapshot.id }),
};
