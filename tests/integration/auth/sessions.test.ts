import { beforeEach, describe, expect, it, vi } from "vitest";
import { signInAction, signOutAction, signOutEverywhereAction } from "@/lib/actions/session";
import { SESSION_EXTEND_AFTER_MS, SESSION_LIFETIME_MS } from "@/lib/domain/session";
import { deactivateMember } from "@/lib/inbox/members/deactivate-member";
import { revokeOwnSession, revokeSessions } from "@/lib/inbox/members/revoke-sessions";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { hashToken } from "@/lib/inbox/members/token";
import { currentSession } from "@/lib/server/session/current";
import { readSession } from "@/lib/server/session/read-session";
import { feed } from "@/lib/store/feed";
import { db } from "@/lib/store/firestore";
import { members } from "@/lib/store/members";
import { sessions } from "@/lib/store/sessions";
import { useWorld } from "../support/world";
import { browser } from "./support/browser";
import {
  actorOf,
  failed,
  isSessionAlive,
  localMember,
  member,
  password,
  sessionOf,
  signIn,
} from "./support/people";

vi.mock("next/headers", () => import("./support/browser"));
useWorld("sessions", { hasChannels: false });
beforeEach(() => browser.reset());

describe("a session", () => {
  it("starts with a token that the store never sees", async () => {
    const who = await localMember("agent");
    await signInAction({ proof: { kind: "password", email: who.email, password } });
    const token = browser.cookie()?.value ?? "";
    expect(token).toMatch(/^[\w-]{43}$/);
    const stored = await sessions().doc(hashToken(token)).get();
    expect(stored.data()).toMatchObject({ uid: who.id, provider: "local", userAgent: "Test/1.0" });
    expect(
      JSON.stringify((await db().collection("sessions").get()).docs.map((row) => [row.id, row.data()])),
    ).not.toContain(token);
  });

  it("travels in a cookie that scripts and other sites cannot use", async () => {
    const who = await localMember("agent");
    browser.reset({ host: "inbox.example.com", "x-forwarded-proto": "https" });
    await signInAction({ proof: { kind: "password", email: who.email, password } });
    expect(browser.cookie("parley")).toBeNull();
    expect(browser.cookie("__Host-parley")?.options).toMatchObject({
      httpOnly: true,
      secure: true,
      sameSite: "lax",
      path: "/",
    });
  });

  it("has a TTL field for the store to clean up by", async () => {
    const now = Date.now();
    const { sessionId } = await sessionOf(await member("agent"), now);
    const raw = (await db().collection("sessions").doc(sessionId).get()).data();
    expect(raw?.expireAt.toMillis()).toBe(now + SESSION_LIFETIME_MS);
  });

  it("slides by 30 days, every few minutes at most, and notes when the member was seen", async () => {
    const began = Date.now();
    const who = await member("agent");
    const { sessionId } = await sessionOf(who, began);
    await readSession(sessionId, began + SESSION_EXTEND_AFTER_MS - 1);
    expect((await sessions().doc(sessionId).get()).data()?.expiresAt).toBe(began + SESSION_LIFETIME_MS);

    const later = began + SESSION_EXTEND_AFTER_MS;
    await readSession(sessionId, later);
    expect((await sessions().doc(sessionId).get()).data()).toMatchObject({
      lastSeenAt: later,
      expiresAt: later + SESSION_LIFETIME_MS,
    });
    expect((await members().doc(who.id).get()).data()?.lastSeenAt).toBe(later);
  });

  it("is over 30 days after it was last seen", async () => {
    const began = Date.now();
    const { sessionId } = await sessionOf(await member("agent"), began);
    expect(await readSession(sessionId, began + SESSION_LIFETIME_MS - 1)).not.toBeNull();
    const other = await sessionOf(await member("agent"), began);
    expect(await readSession(other.sessionId, began + SESSION_LIFETIME_MS)).toBeNull();
  });

  it("is replaced, not kept, when the same browser signs in again", async () => {
    const who = await localMember("agent");
    const proof = { kind: "password" as const, email: who.email, password };
    await signInAction({ proof });
    const first = browser.cookie()?.value ?? "";
    await signInAction({ proof });
    const second = browser.cookie()?.value ?? "";
    expect(second).not.toBe(first);
    expect(await isSessionAlive(hashToken(first))).toBe(false);
    expect(await isSessionAlive(hashToken(second))).toBe(true);
  });

  it("ends by signing out, and so does its cookie", async () => {
    const sessionId = await signIn(await member("agent"));
    await signOutAction();
    expect(browser.cookie()).toBeNull();
    expect(await isSessionAlive(sessionId)).toBe(false);
  });

  it("ends on every device by signing out everywhere", async () => {
    const who = await member("agent");
    const elsewhere = await sessionOf(who);
    const here = await signIn(who);
    expect(await signOutEverywhereAction()).toEqual({ data: 2 });
    expect(await isSessionAlive(elsewhere.sessionId)).toBe(false);
    expect(await isSessionAlive(here)).toBe(false);
    expect(browser.cookie()).toBeNull();
  });

  it("is known again by its cookie, with the role the member has now and where the request came from", async () => {
    const who = await member("agent");
    await signIn(who);
    await members().doc(who.id).update({ role: "viewer" });
    expect((await currentSession())?.actor).toEqual({
      kind: "member",
      id: who.id,
      name: who.name,
      role: "viewer",
      channelIds: null,
      from: { address: "203.0.113.1", userAgent: "Test/1.0" },
    });
  });

  it.each(["", "not-a-token", "a".repeat(43), "../../members/x"])(
    "is nothing for the cookie %j",
    async (value) => {
      browser.setCookie(value);
      expect(await currentSession()).toBeNull();
    },
  );

  it("is out at once when its member is deactivated", async () => {
    const who = await member("agent");
    const { sessionId } = await sessionOf(who);
    expect(await isSessionAlive(sessionId)).toBe(true);
    await members().doc(who.id).update({ isActive: false });
    expect(await isSessionAlive(sessionId)).toBe(false);
  });

  it("tells the live streams when it is revoked or its member put out", async () => {
    const who = await member("agent");
    const first = await sessionOf(who);
    const second = await sessionOf(who);
    await revokeOwnSession(actorOf(who), first.sessionId);
    await deactivateMember(systemActor, { uid: who.id });
    const rows = (await feed().get()).docs.map((row) => [row.get("kind"), row.get("subjectId")]);
    expect(rows).toContainEqual(["session", first.sessionId]);
    expect(rows).toContainEqual(["session", second.sessionId]);
    expect(rows).toContainEqual(["member", who.id]);
  });

  it("is not somebody else's to end", async () => {
    const [mine, theirs] = [await member("agent"), await member("agent")];
    const { sessionId } = await sessionOf(theirs);
    expect(failed(await revokeOwnSession(actorOf(mine), sessionId)).code).toBe("not_found");
    expect(failed(await revokeSessions(actorOf(mine), { uid: theirs.id })).code).toBe("forbidden");
    expect(await isSessionAlive(sessionId)).toBe(true);
  });
});
