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

  /** Following the link also verifies the email, which joins the Firebase account to the member at first sign-in. */
  async makePasswordLink(actor, member) {
    const noted = await notePasswordLink(actor, member);
    if (!noted.ok) return noted;
    const { email } = member;
    await auth()
      .createUser({ email, displayName: member.name })
      .catch((error: unknown) => {
        if (codeOf(error) !== "auth/email-already-exists") throw error;
      });
    return ok(await auth().generatePasswordResetLink(email));
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
