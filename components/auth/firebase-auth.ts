import type { Auth } from "firebase/auth";
import type { Failure } from "@/lib/domain/result";
import type { FirebaseConfig } from "@/lib/server/identity/firebase-config";

export type Signed = { ok: true; idToken: string } | { ok: false; failure: Failure | null };

/** Signs in at Firebase with email and password. The `firebase` package loads here, on first use. */
export function signInWithEmail(config: FirebaseConfig, email: string, password: string): Promise<Signed> {
  return attempt(async () => {
    const { auth, sdk } = await open(config);
    return sdk.signInWithEmailAndPassword(auth, email, password);
  });
}

/** Signs in with a Google account in a window of Google's. */
export function signInWithGoogle(config: FirebaseConfig): Promise<Signed> {
  return attempt(async () => {
    const { auth, sdk } = await open(config);
    return sdk.signInWithPopup(auth, new sdk.GoogleAuthProvider());
  });
}

/** Has Firebase mail a link to set a new password. Says nothing of whether the account exists. */
export async function sendResetMail(config: FirebaseConfig, email: string): Promise<Failure | null> {
  try {
    const { auth, sdk } = await open(config);
    await sdk.sendPasswordResetEmail(auth, email);
    return null;
  } catch (error) {
    const code = codeOf(error);
    return code === "auth/user-not-found" ? null : failureFor(code);
  }
}

async function attempt(signIn: () => Promise<{ user: { getIdToken(): Promise<string> } }>): Promise<Signed> {
  try {
    const { user } = await signIn();
    return { ok: true, idToken: await user.getIdToken() };
  } catch (error) {
    return { ok: false, failure: failureFor(codeOf(error)) };
  }
}

let opened: Auth | null = null;

/** Firebase keeps nothing in the browser: our own session follows, and the page is left. */
async function open(config: FirebaseConfig) {
  const [{ initializeApp }, sdk] = await Promise.all([import("firebase/app"), import("firebase/auth")]);
  if (opened) return { auth: opened, sdk };
  const { apiKey, authDomain, projectId, appId, emulatorUrl } = config;
  const auth = sdk.initializeAuth(initializeApp({ apiKey, authDomain, projectId, appId }), {
    persistence: sdk.inMemoryPersistence,
    popupRedirectResolver: sdk.browserPopupRedirectResolver,
  });
  if (emulatorUrl) sdk.connectAuthEmulator(auth, emulatorUrl, { disableWarnings: true });
  opened = auth;
  return { auth, sdk };
}

/** Null for what the person did on purpose, such as closing Google's window. */
function failureFor(code: string): Failure | null {
  if (code === "auth/popup-closed-by-user" || code === "auth/cancelled-popup-request") return null;
  if (code === "auth/too-many-requests") return { code: "rate_limited", message: code };
  if (code === "auth/network-request-failed") return { code: "unavailable", message: code };
  if (code === "auth/user-disabled") return { code: "sign_in_refused", message: code };
  if (wrong.has(code)) return { code: "invalid_credentials", message: code };
  return { code: "internal", message: code };
}

const wrong = new Set([
  "auth/invalid-credential",
  "auth/invalid-email",
  "auth/missing-email",
  "auth/user-not-found",
  "auth/wrong-password",
]);

const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? "unknown");
