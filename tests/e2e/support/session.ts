import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";
import type { Member, Role } from "@/lib/domain/member";
import { stackState } from "./state";

export type SignedIn = { name: string; cookie: { name: string; value: string; url: string } };

/** Lets this process use the stack's own store, for what the tests make there without the UI. */
export function openStore(): void {
  const { firestoreHost, projectId } = stackState();
  process.env.FIRESTORE_EMULATOR_HOST = firestoreHost;
  process.env.FIREBASE_PROJECT_ID = projectId;
  process.env.METADATA_SERVER_DETECTION = "none";
  process.env.MEDIA_DIR = join(dirname(process.env.PARLEY_STATE ?? ""), "media");
  process.env.LOG_LEVEL = "warn";
}

/** A new member, made in the store. */
export async function newMember(role: Role): Promise<Member> {
  openStore();
  const { createMember } = await import("@/lib/inbox/members/create-member");
  const { systemActor } = await import("@/lib/inbox/members/system-actor");
  const tag = randomBytes(4).toString("hex");
  const made = await createMember(systemActor, {
    email: `${role}-${tag}@parley.local`,
    name: `Ines ${tag}`,
    role,
  });
  if (!made.ok) throw new Error(made.error.message);
  return made.data;
}

/** A new member with a session: the cookie of a browser signed in as them. */
export async function newSession(role: Role): Promise<SignedIn> {
  const member = await newMember(role);
  const { startSession } = await import("@/lib/inbox/members/start-session");
  const { cookieName } = await import("@/lib/server/session/cookie-name");
  const session = await startSession({
    member,
    provider: "local",
    userAgent: "end-to-end test",
    replaces: null,
  });
  const cookie = { name: cookieName(false), value: session.token, url: stackState().appUrl };
  return { name: member.name, cookie };
}
