import { getApps } from "firebase-admin/app";
import { type Auth, getAuth } from "firebase-admin/auth";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { signInAction } from "@/lib/actions/session";
import { makeFirstAdminAction } from "@/lib/actions/welcome";
import type { Member } from "@/lib/domain/member";
import { forgetEnv } from "@/lib/env";
import { createMember } from "@/lib/inbox/members/create-member";
import { deactivateMember } from "@/lib/inbox/members/deactivate-member";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { offerWelcomeCode } from "@/lib/inbox/members/welcome-code";
import { identityProvider } from "@/lib/server/identity/provider";
import { currentSession } from "@/lib/server/session/current";
import { members } from "@/lib/store/members";
import { nextWorld, useWorld } from "../support/world";
import { type AuthEmulator, startAuthEmulator } from "./support/auth-emulator";
import { browser } from "./support/browser";
import { firebaseRest } from "./support/firebase-people";
import { got } from "./support/people";

vi.mock("next/headers", () => import("./support/browser"));
useWorld("firebase", { hasChannels: false });

const projectId = "demo-parley-auth";
let emulator: AuthEmulator;
let firebase: ReturnType<typeof firebaseRest>;
let admin: Auth;

beforeAll(async () => {
  emulator = await startAuthEmulator(projectId);
  process.env.FIREBASE_AUTH_EMULATOR_HOST = emulator.host;
  process.env.PARLEY_TEST_AUTH_EMULATOR = "1";
  process.env.NEXT_PUBLIC_FIREBASE_API_KEY = "test";
  process.env.NEXT_PUBLIC_FIREBASE_PROJECT_ID = projectId;
  setGoogle(true);
  firebase = firebaseRest(emulator.host, projectId);
  // The provider makes its own Firebase app on first use; the test looks at the same one.
  await enter("not.a.token");
  const app = getApps().find(({ name }) => name === "parley-auth");
  if (!app) throw new Error("The provider made no app.");
  admin = getAuth(app);
}, 60_000);
afterAll(() => emulator?.stop());

let count = 0;
beforeEach(() => {
  count += 1;
  browser.reset({ "x-forwarded-for": `203.0.113.${count}` });
});

describe("signing in with Firebase", () => {
  it("makes an invited member of who proves the same email, and knows them by their account from then on", async () => {
    const who = await invite();
    const idToken = await verified(who.email);
    expect(await enter(idToken)).toBeNull();
    expect((await currentSession())?.actor.id).toBe(who.id);
    const { firebaseUid } = (await members().doc(who.id).get()).data() ?? {};
    expect(firebaseUid).toBeTruthy();

    await admin.updateUser(firebaseUid ?? "", { email: "renamed@example.com", emailVerified: false });
    expect(await enter((await firebase.signIn("renamed@example.com")).idToken)).toBeNull();
    expect((await currentSession())?.actor.id).toBe(who.id);
  });

  it("refuses who nobody invited", async () => {
    expect(await enter(await verified(freshEmail()))).toBe("sign_in_refused");
    expect(browser.cookie()).toBeNull();
  });

  it("refuses an invited email that nobody verified", async () => {
    const who = await invite();
    expect(await enter((await firebase.signUp(who.email)).idToken)).toBe("email_not_verified");
  });

  it("refuses a member who was put out", async () => {
    const who = await invite();
    const idToken = await verified(who.email);
    expect(await enter(idToken)).toBeNull();
    await deactivateMember(systemActor, { uid: who.id });
    expect(await enter(idToken)).toBe("sign_in_refused");
  });

  it("refuses a second account that comes to the email of a member joined already", async () => {
    const who = await invite();
    await enter(await verified(who.email));
    const other = firebase.forge("another-uid", { email: who.email, email_verified: true });
    await admin.createUser({ uid: "another-uid" });
    expect(await enter(other)).toBe("sign_in_refused");
  });

  it.each(["garbage", "a.b.c", ""])("refuses the token %j", async (idToken) => {
    expect(await enter(idToken)).toMatch(/^(invalid_credentials|bad_request)$/);
  });

  it("refuses a token of another project, an expired one, and one from an old sign-in", async () => {
    const { localId } = await firebase.signUp(freshEmail());
    const now = Math.floor(Date.now() / 1000);
    const tokens = [
      firebase.forge(localId, { aud: "another-project" }),
      firebase.forge(localId, { exp: now - 10, iat: now - 4000 }),
      firebase.forge(localId, { auth_time: now - 6 * 60 }),
      firebase.forge("nobody", {}),
    ];
    for (const token of tokens) expect(await enter(token)).toBe("invalid_credentials");
  });

  it("refuses a token whose account was signed out at Firebase since", async () => {
    const who = await invite();
    const { localId } = await firebase.signUp(who.email);
    const aMinuteAgo = Math.floor(Date.now() / 1000) - 60;
    // Accounts remember since when tokens count; this one's start has to lie before its token's.
    const token = firebase.forge(localId, { email: who.email, email_verified: true, auth_time: aMinuteAgo });
    await admin.revokeRefreshTokens(localId);
    expect(await enter(token)).toBe("invalid_credentials");
    expect(await enter(firebase.forge(localId, { email: who.email, email_verified: true }))).toBeNull();
  });

  it("refuses a disabled account", async () => {
    const who = await invite();
    const idToken = await verified(who.email);
    const { uid } = await admin.getUserByEmail(who.email);
    await admin.updateUser(uid, { disabled: true });
    expect(await enter(idToken)).toBe("sign_in_refused");
  });

  it("takes a Google account with a verified email, when Google is switched on", async () => {
    const who = await invite();
    const { idToken } = await firebase.signInWithGoogle(who.email);
    setGoogle(false);
    expect(await enter(idToken)).toBe("sign_in_refused");
    setGoogle(true);
    expect(await enter(idToken)).toBeNull();
  });

  it("takes no Google account without a verified email, even one joined already", async () => {
    const who = await invite();
    await enter(await verified(who.email));
    const { uid } = await admin.getUserByEmail(who.email);
    const token = firebase.forge(uid, {
      email: who.email,
      email_verified: false,
      firebase: { sign_in_provider: "google.com", identities: {} },
    });
    expect(await enter(token)).toBe("email_not_verified");
  });

  it("takes no other way of signing in, anonymous ones included", async () => {
    const { localId } = await firebase.signUp(freshEmail());
    const anonymous = { firebase: { sign_in_provider: "anonymous", identities: {} } };
    expect(await enter(firebase.forge(localId, anonymous))).toBe("sign_in_refused");
  });

  it("takes no local password", async () => {
    const answer = await signInAction({ proof: { kind: "password", email: "a@example.com", password: "x" } });
    expect(answer?.serverError?.code).toBe("bad_request");
  });

  it("slows an address down that keeps failing", async () => {
    const answers: (string | null)[] = [];
    for (let index = 0; index < 21; index += 1) answers.push(await enter("garbage"));
    expect(answers.at(19)).toBe("invalid_credentials");
    expect(answers.at(20)).toBe("rate_limited");
  });
});

describe("a password link of Firebase", () => {
  it("gives the account to who gets it, not to who registered the email before", async () => {
    const who = await invite();
    const squatter = await firebase.signUp(who.email);
    const link = got(await (await identityProvider()).makePasswordLink(systemActor, who));
    expect(await enter(squatter.idToken)).toBe("email_not_verified");

    await firebase.resetPassword(new URL(link).searchParams.get("oobCode") ?? "", "seven blue kettles");
    await expect(firebase.signIn(who.email)).rejects.toThrow(/INVALID/);
    const { idToken } = await firebase.signIn(who.email, "seven blue kettles");
    expect(await enter(idToken)).toBeNull();
    expect((await currentSession())?.actor.id).toBe(who.id);
  });

  it("makes the account when there is none yet", async () => {
    const who = await invite();
    const link = got(await (await identityProvider()).makePasswordLink(systemActor, who));
    expect(link).toContain("mode=resetPassword");
    expect((await admin.getUserByEmail(who.email)).displayName).toBe(who.name);
  });
});

describe("an invitation by Firebase's mail", () => {
  it("is mailed to the invited address, makes the account, and lets them in", async () => {
    const who = await invite();
    const sent = got(await (await identityProvider()).invite(systemActor, who));
    expect(sent).toEqual({ kind: "mailed" });
    const mails = (await firebase.mails()).filter(({ email }) => email === who.email);
    expect(mails).toMatchObject([{ requestType: "PASSWORD_RESET" }]);
    await firebase.resetPassword(mails[0]?.oobCode ?? "", "seven blue kettles");
    expect(await enter((await firebase.signIn(who.email, "seven blue kettles")).idToken)).toBeNull();
    expect((await currentSession())?.actor.id).toBe(who.id);
  });

  it("goes out again on demand, and to no address that is none", async () => {
    const who = await invite();
    const provider = await identityProvider();
    got(await provider.invite(systemActor, who));
    got(await provider.invite(systemActor, who));
    expect((await firebase.mails()).filter(({ email }) => email === who.email)).toHaveLength(2);

    const refused = { ...who, email: "x".repeat(20) };
    await expect(provider.invite(systemActor, refused)).rejects.toThrow();
  });

  it("is for admins to send, and never to somebody who was put out", async () => {
    const who = await invite();
    const provider = await identityProvider();
    const agent = { kind: "member", id: "a", name: "A", role: "agent" } as const;
    expect(await provider.invite(agent, who)).toMatchObject({ ok: false, error: { code: "forbidden" } });
    const gone = { ...who, isActive: false };
    expect(await provider.invite(systemActor, gone)).toMatchObject({ ok: false });
    expect((await firebase.mails()).filter(({ email }) => email === who.email)).toHaveLength(0);
  });
});

describe("the first admin with Firebase", () => {
  it("is whoever signs in there with the printed code", async () => {
    await nextWorld("firebase-welcome");
    setGoogle(true);
    const email = freshEmail();
    const { idToken } = await firebase.signUp(email);
    const proof = { kind: "id-token", idToken } as const;
    const wrong = await makeFirstAdminAction({ code: "x".repeat(43), name: "Ada", proof });
    expect(wrong?.serverError?.code).toBe("link_expired");
    const code = (await offerWelcomeCode()) ?? "";
    expect(await makeFirstAdminAction({ code, name: "Ada", proof })).toEqual({ data: null });
    expect((await currentSession())?.member).toMatchObject({ email, role: "admin" });
    expect(await enter(idToken)).toBeNull();
  });
});

/** Posts an ID token as the sign-in page does. Null when it was taken, else the failure's code. */
async function enter(idToken: string): Promise<string | null> {
  const answer = await signInAction({ proof: { kind: "id-token", idToken } });
  if (answer?.validationErrors) return "bad_request";
  return answer?.serverError?.code ?? null;
}

function freshEmail(): string {
  count += 1;
  return `person-${count}@example.com`;
}

async function invite(): Promise<Member> {
  return got(await createMember(systemActor, { email: freshEmail(), name: "Invited", role: "agent" }));
}

/** The ID token of a new Firebase account whose email is verified. */
async function verified(email: string): Promise<string> {
  const { localId } = await firebase.signUp(email);
  await admin.updateUser(localId, { emailVerified: true });
  return (await firebase.signIn(email)).idToken;
}

function setGoogle(isOn: boolean): void {
  process.env.FIREBASE_GOOGLE_SIGN_IN = isOn ? "1" : "0";
  forgetEnv();
}
