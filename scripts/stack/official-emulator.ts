import { join } from "node:path";
import { startChild } from "./child";
import { findEmulator } from "./find-emulator";
import { freePort } from "./ports";
import { projectRoot } from "./root";
import type { Store } from "./store";
import { answers, waitUntil } from "./wait";

/**
 * Starts the official Firestore emulator, which keeps everything in memory: the judge of our own engine, for tests
 * and benchmarks only. `dir` holds its log. Throws a readable message when the emulator or Java is missing.
 */
export async function startOfficialEmulator(options: {
  port?: number;
  projectId: string;
  dir: string;
}): Promise<Store> {
  const emulator = findEmulator();
  const port = options.port ?? (await freePort());
  const host = `127.0.0.1:${port}`;
  const child = startChild({
    name: "emulator",
    command: emulator.command,
    args: [
      ...emulator.args,
      "--host=127.0.0.1",
      `--port=${port}`,
      `--rules=${join(projectRoot, "firestore.rules")}`,
      `--project_id=${options.projectId}`,
    ],
    logPath: join(options.dir, "logs", "emulator.log"),
  });
  try {
    await waitUntil("The Firestore emulator", () => answers(`http://${host}/`), { timeoutMs: 60_000, child });
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { host, projectId: options.projectId, child, stop: child.stop };
}
