import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Child } from "../../stack/child";
import { findEmulator } from "../../stack/find-emulator";
import { startOfficialEmulator } from "../../stack/official-emulator";
import { type Store, startStore } from "../../stack/store";

/** An engine to measure, on a folder of its own. */
export type Engine = {
  name: "embedded" | "emulator";
  start(): Promise<Store>;
  cleanUp(): void;
};

const projectId = "demo-bench";

/** The embedded engine. "full": every acknowledged write is on disk. A second start finds the data of the first. */
export function embeddedEngine(synchronous: "full" | "normal"): Engine {
  const dir = mkdtempSync(join(tmpdir(), "parley-bench-engine-"));
  return {
    name: "embedded",
    start: () => startStore({ projectId, dir, synchronous }),
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
    start: () => startOfficialEmulator({ projectId, dir }),
    cleanUp: () => rmSync(dir, { recursive: true, force: true }),
  };
}

/** Resident memory of a child and everything in its process group, in MB (Linux; NaN elsewhere). */
export function groupMemoryMb(child: Child): number {
  const found = spawnSync("ps", ["-o", "rss=", "-g", String(child.pid)], { encoding: "utf8" });
  const sizes = (found.stdout ?? "").trim().split(/\s+/).map(Number);
  return found.status === 0 ? sizes.reduce((sum, size) => sum + size, 0) / 1024 : Number.NaN;
}
