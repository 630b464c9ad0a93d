import { startStore } from "../stack/store";
import { ensureEmulator } from "./emulator";
import type { Counts, PartContext } from "./parts";
import { runVitest } from "./run-vitest";

/** The suites that need a Firestore, each file in a project of its own on one engine. */
export async function runIntegration(context: PartContext): Promise<Counts> {
  await ensureEmulator();
  const store = await startStore({ projectId: "demo-test", dir: context.dir });
  try {
    return await runVitest("integration", context, { FIRESTORE_EMULATOR_HOST: store.host });
  } finally {
    await store.stop();
  }
}
