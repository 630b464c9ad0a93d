import { join } from "node:path";
import { type Child, startChild } from "../stack/child";
import { findEmulator } from "../stack/find-emulator";
import { freePort } from "../stack/ports";
import { projectRoot } from "../stack/root";
import { answers, waitUntil } from "../stack/wait";

/** A Firestore that listens. `host` is `127.0.0.1:port`. */
export type Engine = { host: string; port: number; child: Child; stop(): Promise<void> };

/**
 * Starts the embedded Firestore on a folder and resolves once it has said that it listens. `port` 0 picks a free one.
 * Throws with the log's path when it ends before that, or says nothing for 20 s.
 */
export async function startEmbedded(options: {
  dir: string;
  port?: number;
  args?: string[];
}): Promise<Engine> {
  let host = "";
  const child = startChild({
    name: "embedded Firestore",
    command: process.execPath,
    args: [
      join(projectRoot, "embedded-firestore", "main.ts"),
      ...["--data", options.dir, "--port", String(options.port ?? 0)],
      ...(options.args ?? []),
    ],
    env: { NODE_OPTIONS: "", FIRESTORE_EMULATOR_HOST: undefined },
    logPath: join(options.dir, "logs", "firestore.log"),
    onLine: (line) => {
      host = hostIn(line) ?? host;
    },
  });
  try {
    await waitUntil("The embedded Firestore", async () => host !== "", {
      timeoutMs: 20_000,
      everyMs: 10,
      child,
    });
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { host, port: Number(host.split(":")[1]), child, stop: child.stop };
}

/** Starts an official emulator of one's own. Its log goes to `dir`. Throws when this machine has none. */
export async function startOfficial(dir: string): Promise<Engine> {
  const emulator = findEmulator();
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  const child = startChild({
    name: "official emulator",
    command: emulator.command,
    args: [...emulator.args, "--host=127.0.0.1", `--port=${port}`],
    logPath: join(dir, "official.log"),
  });
  try {
    await waitUntil("The official emulator", () => answers(`http://${host}/`), { timeoutMs: 60_000, child });
  } catch (error) {
    await child.stop();
    throw error;
  }
  return { host, port, child, stop: child.stop };
}

/** Whether this machine has the official emulator and the Java it needs. */
export function hasOfficial(): boolean {
  try {
    findEmulator();
    return true;
  } catch {
    return false;
  }
}

function hostIn(line: string): string | null {
  try {
    const ready: { firestoreHost?: string } = JSON.parse(line);
    return ready.firestoreHost ?? null;
  } catch {
    return null;
  }
}
