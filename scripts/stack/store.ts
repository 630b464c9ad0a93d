import { join } from "node:path";
import { type Child, startChild } from "./child";
import { findEmulator } from "./find-emulator";
import { freePort } from "./ports";
import { projectRoot } from "./root";
import { answers, waitUntil } from "./wait";

export type Store = { host: string; projectId: string; child: Child; stop(): Promise<void> };

/** Whether the engine below still has the data after a stop. The official emulator keeps everything in memory. */
export const isStoreDurable = false;

/**
 * Starts the store of one machine and resolves when it answers. The one place that picks the engine: today the
 * official Firestore emulator. `dir` holds its log. Throws a readable message when the engine or Java is missing.
 */
export async function startStore(options: { port?: number; projectId: string; dir: string }): Promise<Store> {
  const emulator = findEmulator();
  const port = options.port ?? (await freePort());
  const host = `127.0.0.1:${port}`;
  const child = startChild({
    name: "store",
    command: emulator.command,
    args: [
      ...emulator.args,
      "--host=127.0.0.1",
      `--port=${port}`,
      `--rules=${join(projectRoot, "firestore.rules")}`,
      `--project_id=${options.projectId}`,
    ],
    logPath: join(options.dir, "logs", "store.log"),
  });
  try {
    await waitUntil("The Firestore emulator", () => answers(`http://${host}/`), { timeoutMs: 60_000, child });
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { host, projectId: options.projectId, child, stop: child.stop };
}
