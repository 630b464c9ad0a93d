import { afterAll, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/member";
import { deactivateMember } from "@/lib/inbox/members/deactivate-member";
import { revokeOwnSession } from "@/lib/inbox/members/revoke-sessions";
import { createHub } from "@/lib/server/live/hub";
import { actorOfSession } from "@/lib/server/session/current";
import { members } from "@/lib/store/members";
import { sessions } from "@/lib/store/sessions";
import { useWorld } from "../support/world";
import { openStream } from "./support/open-stream";

useWorld("live-revoked");

const hub = createHub();
afterAll(() => hub.stop());

it("ends the stream of a session that its member revokes", async () => {
  const { actor, stream } = await signedIn("ines", "s-ines");
  await revokeOwnSession(actor, "s-ines");
  await stream.ended;
  expect(stream.names).toContain("signed-out");
});

it("ends the streams of a member whom an admin deactivates", async () => {
  await signedInMember("ada", "admin");
  const { stream } = await signedIn("omar", "s-omar");
  const ada: Actor = { kind: "member", id: "ada", name: "Ada", role: "admin" };
  expect(await deactivateMember(ada, { uid: "omar" })).toMatchObject({ ok: true });
  await stream.ended;
  expect(hub.size()).toBe(0);
});

async function signedIn(uid: string, sessionId: string) {
  const actor = await signedInMember(uid, "agent");
  const now = Date.now();
  await sessions()
    .doc(sessionId)
    .set({
      id: sessionId,
      uid,
      createdAt: now,
      expiresAt: now + 60_000,
      lastSeenAt: now,
      userAgent: "",
      provider: "local",
    });
  const look = () => actorOfSession(sessionId);
  const stream = openStream(hub, { memberId: uid, sessionId, look });
  await stream.ready();
  return { actor, stream };
}

async function signedInMember(id: string, role: "admin" | "agent"): Promise<Actor> {
  const about = { email: `${id}@example.com`, name: id, role, isActive: true, firebaseUid: null };
  await members()
    .doc(id)
    .set({ id, ...about, lastSeenAt: null, createdAt: 1, updatedAt: 1 });
  return { kind: "member", id, name: id, role };
}
