/** Where all data of a folder are, so that no setting can make them seem gone. */
export const singleServerProject = "parley";

/**
 * What makes a process speak to a folder's store as to any Firestore on this machine. Nothing of a Google account
 * reaches it: undefined means taken out.
 */
export function singleServerEnv(folder: string, firestoreHost: string): Record<string, string | undefined> {
  return {
    PARLEY_DATA: folder,
    FIRESTORE_EMULATOR_HOST: firestoreHost,
    FIREBASE_PROJECT_ID: singleServerProject,
    METADATA_SERVER_DETECTION: "none",
    GOOGLE_CLOUD_PROJECT: undefined,
    GOOGLE_APPLICATION_CREDENTIALS: undefined,
    FIREBASE_DATABASE_ID: undefined,
  };
}
