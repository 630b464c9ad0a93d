import { join } from "node:path";
import { startStore } from "../stack/store";
import { noteIndexNeeds } from "./index-list";
import type { Counts, PartContext } from "./parts";
import { runVitest } from "./run-vitest";

/** The suites that need a Firestore, each file in a project of its own on one embedded store. */
export async function runIntegration(context: PartContext): Promise<Counts> {
  const dir = join(context.dir, "integration");
  const store = await startStore({ projectId: "demo-test", dir, synchronous: "normal" });
  try {
    return await runVitest("integration", context, { FIRESTORE_EMULATOR_HOST: store.host });
  } finally {
    await store.stop();
    noteIndexNeeds(context.dir, "integration", join(dir, "store"));
  }
}
