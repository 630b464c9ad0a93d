import { join } from "node:path";
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

/** Starts the store of one machine, our own engine, and resolves when it listens. Throws what its log says. */
export async function startStore(options: StoreOptions): Promise<Store> {
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
    await child.stop();
    throw error;
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
