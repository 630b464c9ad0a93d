import { beforeEach, describe, expect, it, vi } from "vitest";
import { inviteMemberAction, revokeInvitationAction, setMemberChannelsAction } from "@/lib/actions/members";
import type { Member } from "@/lib/domain/member";
import { createMember } from "@/lib/inbox/members/create-member";
import { listSessionsOf } from "@/lib/inbox/members/list-sessions";
import { makePasswordToken } from "@/lib/inbox/members/make-password-token";
import { countOpenConversations, releaseConversations } from "@/lib/inbox/members/open-conversations";
import { readPasswordToken } from "@/lib/inbox/members/reset-password";
import { revokeInvitation } from "@/lib/inbox/members/revoke-invitation";
import { setMemberChannels } from "@/lib/inbox/members/set-channels";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { readConversation } from "@/lib/inbox/read/read-conversation";
import { currentSession } from "@/lib/server/session/current";
import { auditLog } from "@/lib/store/audit-log";
import { conversations } from "@/lib/store/conversations";
import { feed } from "@/lib/store/feed";
import { members } from "@/lib/store/members";
import { seedConversation } from "../live/support/seed";
import { instagramChannelId, useWorld, whatsappChannelId } from "../support/world";
import { browser } from "./support/browser";
import { actorOf, failed, got, isSessionAlive, member, sessionOf, signIn } from "./support/people";

vi.mock("next/headers", () => import("./support/browser"));
vi.mock("next/cache", () => ({ revalidatePath: () => undefined }));
useWorld("team");
beforeEach(() => browser.reset());

const read = async ({ id }: Pick<Member, "id">) => (await members().doc(id).get()).data();
const lastAction = async () => {
  const entries = (await auditLog().get()).docs.map((entry) => entry.data());
  return entries.toSorted((a, b) => (a.id < b.id ? 1 : -1))[0];
};

describe("the channels of a member", () => {
  it("are chosen by an admin, told to their open browsers, and audited, without signing them out", async () => {
    const who = await member("agent");
    const { sessionId } = await sessionOf(who);
    const admin = actorOf(await member("admin"));
    const chosen = await setMemberChannels(admin, { uid: who.id, channelIds: [instagramChannelId, "gone"] });
    expect(got(chosen).channelIds).toEqual([instagramChannelId]);
    expect((await read(who))?.channelIds).toEqual([instagramChannelId]);
    expect(await isSessionAlive(sessionId)).toBe(true);
    const rows = (await feed().where("subjectId", "==", who.id).get()).docs.map((row) => row.get("kind"));
    expect(rows).toContain("member");
    expect(await lastAction()).toMatchObject({
      action: "member.channels_changed",
      subject: { id: who.id },
      detail: { channels: "Test Instagram", count: 1 },
    });
  });

  it("follow from the next request on", async () => {
    const who = await member("agent");
    await signIn(who);
    const { id } = await seedConversation({ contactId: "next" });
    const seen = async () => {
      const session = await currentSession();
      return session && (await readConversation(session.actor, id));
    };
    expect(await seen()).not.toBeNull();
    got(await setMemberChannels(systemActor, { uid: who.id, channelIds: [instagramChannelId] }));
    expect(await seen()).toBeNull();
    got(await setMemberChannels(systemActor, { uid: who.id, channelIds: null }));
    expect(await seen()).not.toBeNull();
  });

  it("are one at least, of those that are there, and only an admin's to choose", async () => {
    const who = await member("agent");
    const admin = actorOf(await member("admin"));
    for (const channelIds of [[], ["gone"]]) {
      expect(failed(await setMemberChannels(admin, { uid: who.id, channelIds })).code).toBe("bad_request");
    }
    const own = await setMemberChannels(actorOf(who), { uid: who.id, channelIds: null });
    expect(failed(own).code).toBe("forbidden");
    expect(failed(await setMemberChannels(admin, { uid: "nobody", channelIds: null })).code).toBe(
      "not_found",
    );
  });

  it("leave no audit entry when nothing changes", async () => {
    const who = await member("agent");
    const before = (await auditLog().get()).size;
    got(await setMemberChannels(systemActor, { uid: who.id, channelIds: null }));
    expect((await auditLog().get()).size).toBe(before);
  });
});

describe("the open conversations of somebody who loses them", () => {
  it("are counted and given to nobody: all, or those on channels taken away", async () => {
    const who = await member("agent");
    const admin = actorOf(await member("admin"));
    const mine = { assigneeId: who.id };
    const onWhatsApp = await seedConversation({ contactId: "r1", ...mine });
    const resolved = await seedConversation({ contactId: "r2", status: "resolved", ...mine });
    const onInstagram = await seedConversation({
      id: `${instagramChannelId}__r3`,
      contactId: "r3",
      channelId: instagramChannelId,
      ...mine,
    });
    const assignee = async ({ id }: { id: string }) =>
      (await conversations().doc(id).get()).data()?.assigneeId ?? null;
    const butOn = [instagramChannelId];
    expect(got(await countOpenConversations(admin, { uid: who.id }))).toBe(2);
    expect(got(await countOpenConversations(admin, { uid: who.id, butOn }))).toBe(1);

    expect(got(await releaseConversations(admin, { uid: who.id, butOn }))).toBe(1);
    expect(await assignee(onWhatsApp)).toBeNull();
    expect(await assignee(onInstagram)).toBe(who.id);
    expect(await assignee(resolved)).toBe(who.id);
    expect(got(await releaseConversations(admin, { uid: who.id }))).toBe(1);
    expect(await assignee(onInstagram)).toBeNull();
    expect((await lastAction())?.action).toBe("conversation.unassigned");
    expect(failed(await releaseConversations(actorOf(who), { uid: who.id })).code).toBe("forbidden");
  });

  it("go with the channels when the admin says so", async () => {
    await signIn(await member("admin"));
    const who = await member("agent");
    await seedConversation({ contactId: "r4", assigneeId: who.id });
    const change = { uid: who.id, channelIds: [instagramChannelId] };
    expect(await setMemberChannelsAction({ ...change, isReleasing: false })).toEqual({ data: 0 });
    expect(await setMemberChannelsAction({ ...change, isReleasing: true })).toEqual({ data: 1 });
  });
});

describe("an invitation", () => {
  it("with local accounts is a one-time link, and says that no mail went out", async () => {
    await signIn(await member("admin"));
    const answer = await inviteMemberAction({
      email: "New@Example.com",
      name: "New",
      role: "agent",
      channelIds: [whatsappChannelId],
    });
    expect(answer?.data).toMatchObject({ kind: "link", isMailRefused: false });
    const link = answer?.data?.kind === "link" ? answer.data.link : "";
    const token = new URL(link, "http://localhost").searchParams.get("token") ?? "";
    const invited = got(await readPasswordToken(token));
    expect(invited).toMatchObject({ email: "new@example.com", channelIds: [whatsappChannelId] });
    expect(invited.lastSeenAt).toBeNull();
  });

  it("is taken back with its links, and the email can be invited again", async () => {
    await signIn(await member("admin"));
    const invited = await member("agent");
    const token = got(await makePasswordToken(systemActor, invited.id));
    await seedConversation({ contactId: "early", assigneeId: invited.id });
    expect(await revokeInvitationAction({ uid: invited.id })).toEqual({ data: null });
    expect(await read(invited)).toBeUndefined();
    expect(failed(await readPasswordToken(token)).code).toBe("link_expired");
    const { email, name } = invited;
    got(await createMember(systemActor, { email, name, role: "agent" }));
  });

  it("cannot be taken back once they signed in, nor by others, nor from the last admin", async () => {
    const admin = await member("admin");
    const seen = await member("agent");
    await sessionOf(seen);
    expect(failed(await revokeInvitation(systemActor, { uid: seen.id })).code).toBe("conflict");
    expect(failed(await revokeInvitation(actorOf(seen), { uid: admin.id })).code).toBe("forbidden");
    const others = await members().where("role", "==", "admin").get();
    for (const other of others.docs) if (other.id !== admin.id) await other.ref.update({ isActive: false });
    expect(failed(await revokeInvitation(systemActor, { uid: admin.id })).code).toBe("last_admin");
  });
});

it("takes no id that cannot be a member's", async () => {
  await signIn(await member("admin"));
  for (const uid of ["", "..", "a/b", "__x__", "x".repeat(200)]) {
    const answers = [
      await setMemberChannelsAction({ uid, channelIds: null, isReleasing: false }),
      await revokeInvitationAction({ uid }),
    ];
    for (const answer of answers) expect(answer?.validationErrors, uid).toBeDefined();
  }
});

it("shows an admin where somebody is signed in, and nobody else", async () => {
  const who = await member("agent");
  await sessionOf(who);
  const admin = actorOf(await member("admin"));
  expect(got(await listSessionsOf(admin, who.id))).toHaveLength(1);
  expect(failed(await listSessionsOf(actorOf(who), admin.id)).code).toBe("forbidden");
});
