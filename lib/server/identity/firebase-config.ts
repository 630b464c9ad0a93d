import { env } from "@/lib/env";

/** What the sign-in page needs to reach Firebase: public values, read when the page is asked for. */
export type FirebaseConfig = {
  apiKey: string;
  authDomain: string | undefined;
  projectId: string | undefined;
  appId: string | undefined;
  hasGoogle: boolean;
  /** Tests only. */
  emulatorUrl: string | null;
};

/** Null when this deployment uses local accounts. */
export function firebaseConfig(): FirebaseConfig | null {
  const given = env();
  if (!given.NEXT_PUBLIC_FIREBASE_API_KEY) return null;
  return {
    apiKey: given.NEXT_PUBLIC_FIREBASE_API_KEY,
    authDomain: given.NEXT_PUBLIC_FIREBASE_AUTH_DOMAIN,
    projectId: given.NEXT_PUBLIC_FIREBASE_PROJECT_ID ?? given.FIREBASE_PROJECT_ID,
    appId: given.NEXT_PUBLIC_FIREBASE_APP_ID,
    hasGoogle: given.FIREBASE_GOOGLE_SIGN_IN ?? false,
    emulatorUrl: given.FIREBASE_AUTH_EMULATOR_HOST ? `http://${given.FIREBASE_AUTH_EMULATOR_HOST}` : null,
  };
}
