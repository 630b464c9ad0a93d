import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Child, startChild } from "../../stack/child";
import { findEmulator } from "../../stack/find-emulator";
import { freePort } from "../../stack/ports";
import { projectRoot } from "../../stack/root";
import { answers, waitUntil } from "../../stack/wait";

/** A Firestore of its own process that the rows below run against. */
export type Server = { host: string; child: Child; startedInMs: number; stop(): Promise<void> };

/** An engine to measure. `restart` starts it again on the data it had; null where nothing outlives a stop. */
export type Engine = {
  name: "embedded" | "emulator";
  start(): Promise<Server>;
  restart: (() => Promise<Server>) | null;
  cleanUp(): void;
};

/** The embedded engine on a folder of its own, every acknowledged write on disk. */
export function embeddedEngine(): Engine {
  const dir = mkdtempSync(join(tmpdir(), "parley-bench-engine-"));
  const start = () => startEmbedded(join(dir, "data"), dir);
  return {
    name: "embedded",
    start,
    restart: start,
    cleanUp: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** The official emulator, in memory; null with a sentence on the terminal where this machine has none. */
export function officialEmulator(): Engine | null {
  try {
    findEmulator();
  } catch (error) {
    console.log(`Without the official emulator beside it: ${(error as Error).message.split("\n")[0]}`);
    return null;
  }
  const dir = mkdtempSync(join(tmpdir(), "parley-bench-emulator-"));
  return {
    name: "emulator",
    start: () => startEmulator(dir),
    restart: null,
    cleanUp: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** Starts the embedded engine on `data` and resolves when it has printed its address. */
export async function startEmbedded(data: string, logDir: string): Promise<Server> {
  const startedAt = performance.now();
  let tell: (host: string) => void = () => {};
  const told = new Promise<string>((resolve) => {
    tell = resolve;
  });
  const child = startChild({
    name: "embedded engine",
    command: process.execPath,
    args: [join(projectRoot, "embedded-firestore", "main.ts"), "--data", data, "--port", "0"],
    logPath: join(logDir, "engine.log"),
    onLine: (line) => tell((JSON.parse(line) as { firestoreHost: string }).firestoreHost),
  });
  const ended = child.exited.then((how) => {
    throw new Error(`The embedded engine ended early (${how}); see ${child.logPath}`);
  });
  const host = await Promise.race([told, ended]);
  ended.catch(() => {});
  return { host, child, startedInMs: performance.now() - startedAt, stop: child.stop };
}

async function startEmulator(dir: string): Promise<Server> {
  const { command, args } = findEmulator();
  const port = await freePort();
  const host = `127.0.0.1:${port}`;
  const startedAt = performance.now();
  const child = startChild({
    name: "official emulator",
    command,
    args: [...args, "--host=127.0.0.1", `--port=${port}`, "--project_id=demo-bench"],
    logPath: join(dir, "emulator.log"),
  });
  await waitUntil("The official emulator", () => answers(`http://${host}/`), {
    timeoutMs: 60_000,
    child,
    everyMs: 20,
  });
  return { host, child, startedInMs: performance.now() - startedAt, stop: child.stop };
}

/** Resident memory of a child and everything in its process group, in MB (Linux; NaN elsewhere). */
export function groupMemoryMb(child: Child): number {
  const found = spawnSync("ps", ["-o", "rss=", "-g", String(child.pid)], { encoding: "utf8" });
  const sizes = (found.stdout ?? "").trim().split(/\s+/).map(Number);
  return found.status === 0 ? sizes.reduce((sum, size) => sum + size, 0) / 1024 : Number.NaN;
}
