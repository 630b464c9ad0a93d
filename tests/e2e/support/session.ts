import { randomBytes } from "node:crypto";
import type { Role } from "@/lib/domain/member";
import { stackState } from "./state";

export type SignedIn = { name: string; cookie: { name: string; value: string; url: string } };

/** A new member with a session, made in the store: the cookie of a browser signed in as them. */
export async function newSession(role: Role): Promise<SignedIn> {
  const { appUrl, firestoreHost, projectId } = stackState();
  process.env.FIRESTORE_EMULATOR_HOST = firestoreHost;
  process.env.FIREBASE_PROJECT_ID = projectId;
  process.env.METADATA_SERVER_DETECTION = "none";
  process.env.LOG_LEVEL = "warn";
  const { createMember } = await import("@/lib/inbox/members/create-member");
  const { startSession } = await import("@/lib/inbox/members/start-session");
  const { systemActor } = await import("@/lib/inbox/members/system-actor");
  const { cookieName } = await import("@/lib/server/session/cookie-name");
  const tag = randomBytes(4).toString("hex");
  const name = `Ines ${tag}`;
  const member = await createMember(systemActor, { email: `${role}-${tag}@parley.local`, name, role });
  if (!member.ok) throw new Error(member.error.message);
  const session = await startSession({
    member: member.data,
    provider: "local",
    userAgent: "end-to-end test",
    replaces: null,
  });
  return { name, cookie: { name: cookieName(false), value: session.token, url: appUrl } };
}
