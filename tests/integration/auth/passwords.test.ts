import { beforeEach, describe, expect, it, vi } from "vitest";
import { changePasswordAction, resetPasswordAction } from "@/lib/actions/session";
import { deactivateMember } from "@/lib/inbox/members/deactivate-member";
import { makePasswordToken } from "@/lib/inbox/members/make-password-token";
import { readPasswordToken, resetPassword } from "@/lib/inbox/members/reset-password";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { verifyPassword } from "@/lib/inbox/members/verify-password";
import { db } from "@/lib/store/firestore";
import { useWorld } from "../support/world";
import { browser } from "./support/browser";
import {
  actorOf,
  failed,
  got,
  isSessionAlive,
  localMember,
  member,
  password,
  sessionOf,
  signIn,
} from "./support/people";

vi.mock("next/headers", () => import("./support/browser"));
useWorld("passwords", { hasChannels: false });
beforeEach(() => browser.reset());

const next = "seven blue kettles";
const DAY_MS = 24 * 60 * 60 * 1000;
const from = { address: "a", userAgent: "" };
const signsIn = async (email: string, given: string) =>
  (await verifyPassword({ email, password: given, from })).ok;

describe("a password link", () => {
  it("sets a password once, ends every session, and does not sign in", async () => {
    const who = await localMember("agent");
    const { sessionId } = await sessionOf(who);
    const token = got(await makePasswordToken(systemActor, who.id));
    expect(await resetPasswordAction({ token, password: next })).toEqual({ data: null });
    expect(browser.cookie()).toBeNull();
    expect(await isSessionAlive(sessionId)).toBe(false);
    expect(await signsIn(who.email, next)).toBe(true);
    expect(await signsIn(who.email, password)).toBe(false);
    const again = await resetPasswordAction({ token, password: "eight red lamps" });
    expect(again?.serverError?.code).toBe("link_expired");
  });

  it("works for one of two who use it at the same moment", async () => {
    const who = await member("agent");
    const token = got(await makePasswordToken(systemActor, who.id));
    const results = await Promise.all([
      resetPassword(token, next, from),
      resetPassword(token, "eight red lamps", from),
    ]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
  });

  it("is over after 24 hours", async () => {
    const now = Date.now();
    const token = got(await makePasswordToken(systemActor, (await member("agent")).id, now));
    expect((await readPasswordToken(token, now + DAY_MS - 1)).ok).toBe(true);
    expect(failed(await readPasswordToken(token, now + DAY_MS)).code).toBe("link_expired");
  });

  it("is void once a newer one is made, or its member put out", async () => {
    const who = await member("agent");
    const older = got(await makePasswordToken(systemActor, who.id));
    const newer = got(await makePasswordToken(systemActor, who.id));
    expect((await readPasswordToken(older)).ok).toBe(false);
    await deactivateMember(systemActor, { uid: who.id });
    expect((await readPasswordToken(newer)).ok).toBe(false);
  });

  it("survives a password that is too weak", async () => {
    const who = await member("agent");
    const token = got(await makePasswordToken(systemActor, who.id));
    expect(failed(await resetPassword(token, "short", from)).code).toBe("password_too_weak");
    expect((await resetPassword(token, next, from)).ok).toBe(true);
  });

  it("is kept as a hash only", async () => {
    const token = got(await makePasswordToken(systemActor, (await member("agent")).id));
    const rows = (await db().collection("passwordLinks").get()).docs.map((row) => [row.id, row.data()]);
    expect(JSON.stringify(rows)).not.toContain(token);
  });

  it("is made by admins only", async () => {
    const who = await member("agent");
    expect(failed(await makePasswordToken(actorOf(who), who.id)).code).toBe("forbidden");
  });
});

describe("changing one's password", () => {
  it("needs the current one, ends the other sessions and rotates this one", async () => {
    const who = await localMember("agent");
    const elsewhere = await sessionOf(who);
    const here = await signIn(who);
    const wrong = await changePasswordAction({ current: "wrong", next });
    expect(wrong?.serverError?.code).toBe("invalid_credentials");
    expect(await changePasswordAction({ current: password, next })).toEqual({ data: null });
    expect(await isSessionAlive(elsewhere.sessionId)).toBe(false);
    expect(await isSessionAlive(here)).toBe(false);
    expect(browser.cookie()?.value).toMatch(/^[\w-]{43}$/);
    expect(await signsIn(who.email, next)).toBe(true);
  });

  it("stores nothing but a hash", async () => {
    const who = await localMember("agent");
    const stored = (await db().collection("credentials").doc(who.id).get()).data();
    expect(Object.keys(stored ?? {}).toSorted()).toEqual(["passwordHash", "updatedAt"]);
    expect(JSON.stringify(stored)).not.toContain(password);
  });
});
