import { getApps, initializeApp } from "firebase-admin/app";
import { type Auth, type DecodedIdToken, getAuth } from "firebase-admin/auth";
import type { Member } from "@/lib/domain/member";
import { fail, ok, type Result } from "@/lib/domain/result";
import { env } from "@/lib/env";
import { matchFirebaseAccount } from "@/lib/inbox/members/match-firebase-account";
import { notePasswordLink } from "@/lib/inbox/members/note-password-link";
import { noteSignInRefused } from "@/lib/inbox/members/note-sign-in-refused";
import { beginTry, settleTry } from "@/lib/inbox/members/throttle";
import { log } from "@/lib/log";
import type { IdentityProvider } from "./provider";

/** An ID token starts a session only while the sign-in behind it is fresh, so that an old one that leaked is worth nothing. */
const FRESH_FOR_MS = 5 * 60 * 1000;
const MAIL_TIMEOUT_MS = 10_000;

/** Firebase Authentication: the browser signs in there and posts its ID token here. */
export const firebaseProvider: IdentityProvider = {
  kind: "firebase",
  async identify(proof, caller) {
    if (proof.kind !== "id-token") return fail("bad_request", "Sign in with Firebase and send its ID token.");
    const now = Date.now();
    const keys = { account: null, address: caller.address };
    const admitted = await beginTry(keys, now);
    if (!admitted.ok) return admitted;
    const member = await memberOf(proof.idToken, now);
    if (member.ok) await settleTry(keys);
    else if (member.error.code !== "unavailable") await noteSignInRefused(null, caller, now);
    return member;
  },

  async newcomer(proof) {
    if (proof.kind !== "id-token") return fail("bad_request", "Sign in with Firebase and send its ID token.");
    const verified = await accountOf(proof.idToken, Date.now());
    if (!verified.ok) return verified;
    const { uid, email } = verified.data;
    if (!email) return fail("sign_in_refused", "This account has no email address.");
    return ok({ email, passwordHash: null, firebaseUid: uid });
  },

  async invite(actor, member) {
    const noted = await notePasswordLink(actor, member, "invitation_mailed");
    if (!noted.ok) return noted;
    await ensureAccount(member);
    if (await mailPasswordLink(member.email)) return ok({ kind: "mailed" });
    const link = await firebaseProvider.makePasswordLink(actor, member);
    return link.ok ? ok({ kind: "link", link: link.data, isMailRefused: true }) : link;
  },

  /** Following the link also verifies the email, which joins the Firebase account to the member at first sign-in. */
  async makePasswordLink(actor, member) {
    const noted = await notePasswordLink(actor, member);
    if (!noted.ok) return noted;
    await ensureAccount(member);
    return ok(await auth().generatePasswordResetLink(member.email));
  },
};

async function memberOf(idToken: string, now: number): Promise<Result<Member>> {
  const verified = await accountOf(idToken, now);
  if (!verified.ok) return verified;
  const { uid, email, email_verified } = verified.data;
  return matchFirebaseAccount({ uid, email: email ?? null, isEmailVerified: email_verified === true }, now);
}

async function accountOf(idToken: string, now: number): Promise<Result<DecodedIdToken>> {
  const verified = await verify(idToken);
  if (!verified.ok) return verified;
  const allowed = checkToken(verified.data, now);
  return allowed.ok ? verified : allowed;
}

async function ensureAccount({ email, name }: Member): Promise<void> {
  await auth()
    .createUser({ email, displayName: name })
    .catch((error: unknown) => {
      if (codeOf(error) !== "auth/email-already-exists") throw error;
    });
}

/**
 * Has Firebase mail a link to choose a password, in the words of the project's own template; false when it would not.
 * https://cloud.google.com/identity-platform/docs/reference/rest/v1/accounts/sendOobCode
 */
async function mailPasswordLink(email: string): Promise<boolean> {
  const { FIREBASE_AUTH_EMULATOR_HOST, NEXT_PUBLIC_FIREBASE_API_KEY } = env();
  const service = "identitytoolkit.googleapis.com/v1/accounts:sendOobCode";
  const url = FIREBASE_AUTH_EMULATOR_HOST
    ? `http://${FIREBASE_AUTH_EMULATOR_HOST}/${service}`
    : `https://${service}`;
  try {
    const answer = await fetch(`${url}?key=${encodeURIComponent(NEXT_PUBLIC_FIREBASE_API_KEY ?? "")}`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ requestType: "PASSWORD_RESET", email }),
      signal: AbortSignal.timeout(MAIL_TIMEOUT_MS),
    });
    if (answer.ok) return true;
    // Firebase's own word for it (QUOTA_EXCEEDED, …); the address is in none of them.
    const { error } = (await answer.json()) as { error?: { message?: string } };
    log.warn({ status: answer.status, reason: error?.message }, "Firebase would not mail an invitation");
  } catch (error) {
    log.warn({ err: error }, "Firebase could not be asked to mail an invitation");
  }
  return false;
}

/** Signature, project, expiry, and (asked at Firebase) whether it was revoked or the user disabled. */
async function verify(idToken: string): Promise<Result<DecodedIdToken>> {
  try {
    return ok(await auth().verifyIdToken(idToken, true));
  } catch (error) {
    const code = codeOf(error);
    if (code === "auth/user-disabled") return fail("sign_in_refused", "This account is switched off.");
    if (code && refusals.has(code)) return fail("invalid_credentials", "This sign-in does not hold.");
    log.error({ err: error }, "an ID token could not be checked");
    return fail("unavailable", "The sign-in could not be checked just now.");
  }
}

const refusals = new Set([
  "auth/argument-error",
  "auth/invalid-argument",
  "auth/invalid-id-token",
  "auth/id-token-expired",
  "auth/id-token-revoked",
  "auth/user-not-found",
  "auth/tenant-not-found",
  "auth/mismatching-tenant-id",
]);

function checkToken(token: DecodedIdToken, now: number): Result<void> {
  if (now - token.auth_time * 1000 > FRESH_FOR_MS)
    return fail("invalid_credentials", "This sign-in is too old.");
  const method = token.firebase.sign_in_provider;
  if (method === "password") return ok(undefined);
  if (method !== "google.com" || !env().FIREBASE_GOOGLE_SIGN_IN) {
    return fail("sign_in_refused", `Signing in by ${method} is not switched on.`);
  }
  return token.email_verified
    ? ok(undefined)
    : fail("email_not_verified", "The email address is not verified.");
}

function auth(): Auth {
  const name = "parley-auth";
  const app =
    getApps().find((known) => known.name === name) ?? initializeApp({ projectId: projectId() }, name);
  return getAuth(app);
}

function projectId(): string | undefined {
  const { NEXT_PUBLIC_FIREBASE_PROJECT_ID, FIREBASE_PROJECT_ID, GOOGLE_CLOUD_PROJECT } = env();
  return NEXT_PUBLIC_FIREBASE_PROJECT_ID ?? FIREBASE_PROJECT_ID ?? GOOGLE_CLOUD_PROJECT;
}

function codeOf(error: unknown): string | null {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === "string" ? code : null;
}
