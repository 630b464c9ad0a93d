import { cache } from "react";
import type { Actor, Member } from "@/lib/domain/member";
import { hashToken } from "@/lib/inbox/members/token";
import { readCaller } from "./caller";
import { readSession } from "./read-session";
import { readSessionToken } from "./session-cookie";

export type MemberActor = Extract<Actor, { kind: "member" }>;
export type CurrentSession = { sessionId: string; actor: MemberActor; member: Member };

/** Who is signed in on this request, or null. Read once a request, from the store. */
export const currentSession = cache(async (): Promise<CurrentSession | null> => {
  const token = await readSessionToken();
  if (!token) return null;
  const live = await readSession(hashToken(token), Date.now());
  if (!live) return null;
  const { member, session } = live;
  return {
    sessionId: session.id,
    actor: { ...actorOf(member), from: await readCaller() },
    member,
  };
});

/** Who a session belongs to as of now; null when it no longer holds (revoked, over, its member not active). For open streams. */
export async function actorOfSession(sessionId: string): Promise<MemberActor | null> {
  const live = await readSession(sessionId, Date.now());
  return live && actorOf(live.member);
}

function actorOf({ id, name, role, channelIds }: Member): MemberActor {
  return { kind: "member", id, name, role, channelIds: channelIds ?? null };
}
