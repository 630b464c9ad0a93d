import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { type Child, startChild } from "./child";
import { projectRoot } from "./root";
import { waitUntil } from "./wait";

export type Store = { host: string; projectId: string; child: Child; stop(): Promise<void> };

export type StoreOptions = {
  port?: number;
  projectId: string;
  /** Its data go to `<dir>/store`, its log to `<dir>/logs`. */
  dir: string;
  /** "full": what was acknowledged survives a power cut. "normal": it survives kill -9; quicker, for tests. */
  synchronous?: "full" | "normal";
};

/** After a kill -9 the store of the earlier stack needs a moment to end and let go of the folder. */
const LEFTOVER_MS = 6000;

/** Starts the store of one machine, our own engine, and resolves when it listens. Throws where its log is. */
export async function startStore(options: StoreOptions): Promise<Store> {
  const end = Date.now() + LEFTOVER_MS;
  while (true) {
    try {
      return await tryToStart(options);
    } catch (error) {
      if (Date.now() > end || !(error instanceof StoreEnded)) throw error;
      await pause(200);
    }
  }
}

class StoreEnded extends Error {}

async function tryToStart(options: StoreOptions): Promise<Store> {
  let host: string | null = null;
  const child = startChild({
    name: "store",
    command: process.execPath,
    args: engineArgs(options),
    cwd: projectRoot,
    logPath: join(options.dir, "logs", "store.log"),
    onLine: (line) => {
      host ??= hostIn(line);
    },
  });
  try {
    await waitUntil("The store", async () => host !== null, { timeoutMs: 60_000, everyMs: 20, child });
  } catch (error) {
    const hasEnded = child.hasExited();
    await child.stop();
    throw hasEnded && error instanceof Error ? new StoreEnded(error.message) : error;
  }
  return { host: host ?? "", projectId: options.projectId, child, stop: child.stop };
}

function engineArgs({ port = 0, dir, synchronous = "full" }: StoreOptions): string[] {
  return [
    ...["--max-old-space-size=320", "--disable-warning=ExperimentalWarning"],
    join(projectRoot, "embedded-firestore", "main.ts"),
    ...["--data", join(dir, "store")],
    ...["--port", String(port)],
    ...["--synchronous", synchronous],
    ...["--indexes", join(projectRoot, "firestore.indexes.json")],
  ];
}

function hostIn(line: string): string | null {
  try {
    return (JSON.parse(line) as { firestoreHost?: string }).firestoreHost ?? null;
  } catch {
    return null;
  }
}
