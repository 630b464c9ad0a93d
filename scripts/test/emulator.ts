import { findEmulator } from "../stack/find-emulator";
import { startOfficialEmulator } from "../stack/official-emulator";
import type { Counts, PartContext } from "./parts";
import { runVitest } from "./run-vitest";

/** The security rules and a choice of the suites, on the official emulator where the machine has one; else says so. */
export async function runEmulator(context: PartContext): Promise<Counts> {
  const lack = lackOfEmulator();
  if (lack) {
    console.log(`SKIPPED: this machine cannot run the official Firestore emulator.\n${lack}`);
    return { passed: 0, failed: 0, skipped: 1 };
  }
  const store = await startOfficialEmulator({ projectId: "demo-test", dir: context.dir });
  try {
    return await runVitest("emulator", context, { FIRESTORE_EMULATOR_HOST: store.host });
  } finally {
    await store.stop();
  }
}

function lackOfEmulator(): string | null {
  try {
    findEmulator();
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
