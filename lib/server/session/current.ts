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
    actor: {
      kind: "member",
      id: member.id,
      name: member.name,
      role: member.role,
      channelIds: member.channelIds ?? null,
      from: await readCaller(),
    },
    member,
  };
});

/** Whether a session still holds (not revoked, not over, its member active). For open streams. */
export async function isSessionAlive(sessionId: string): Promise<boolean> {
  return (await readSession(sessionId, Date.now())) !== null;
}
