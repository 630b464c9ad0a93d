import { findEmulator } from "../stack/find-emulator";
import { runLoud } from "./run-loud";

/** Fetches the Firestore emulator through firebase-tools when this machine has none. Throws what is still missing. */
export async function ensureEmulator(): Promise<void> {
  try {
    findEmulator();
  } catch {
    console.log("Fetching the Firestore emulator …");
    await runLoud("npx", ["firebase", "setup:emulators:firestore"]);
    findEmulator();
  }
}
