import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, describe, expect, it, vi } from "vitest";
import { startChild, stopAllChildren } from "../../../scripts/stack/child";

const dir = mkdtempSync(join(tmpdir(), "parley-children-"));
afterAll(async () => {
  await stopAllChildren();
  rmSync(dir, { recursive: true });
});

/** A shell that starts a grandchild, tells its pid, and waits. */
const parentOfOne = ["-c", "sleep 300 & echo $!; wait"];

describe("a started process", () => {
  it("takes what it started with it when it is stopped", async () => {
    const pids: number[] = [];
    const logPath = join(dir, "parent.log");
    const child = startChild({
      name: "parent",
      command: "sh",
      args: parentOfOne,
      logPath,
      onLine: (line) => pids.push(Number(line)),
    });
    await vi.waitFor(() => expect(pids).toHaveLength(1));
    await child.stop();
    expect(child.hasExited()).toBe(true);
    await vi.waitFor(() => expect(isAlive(pids[0])).toBe(false), { timeout: 10_000 });
  });

  it("is continued first when it stands still", async () => {
    const child = startChild({
      name: "still",
      command: "sleep",
      args: ["300"],
      logPath: join(dir, "still.log"),
    });
    child.signal("SIGSTOP");
    await child.stop();
    expect(child.hasExited()).toBe(true);
  });

  it("writes what it says to its log and tells how it ended", async () => {
    const logPath = join(dir, "said.log");
    const child = startChild({ name: "said", command: "sh", args: ["-c", "echo hello; exit 3"], logPath });
    expect(await child.exited).toBe("exit code 3");
    expect(readFileSync(logPath, "utf8")).toBe("hello\n");
  });

  it("does not outlive this process, even by kill -9", async () => {
    const code = `
      import("./scripts/stack/child.ts").then(({ startChild }) => {
        const child = startChild({ name: "x", command: "sleep", args: ["300"], logPath: ${JSON.stringify(join(dir, "x.log"))} });
        console.log(child.pid);
      });`;
    const owner = spawn(process.execPath, ["--import", "tsx", "-e", code], {
      cwd: resolve("."),
      stdio: "pipe",
    });
    const [line] = await once(createInterface({ input: owner.stdout }), "line");
    const pid = Number(line);
    expect(isAlive(pid)).toBe(true);
    owner.kill("SIGKILL");
    await vi.waitFor(() => expect(isAlive(pid)).toBe(false), { timeout: 10_000 });
  });
});

function isAlive(pid: number | undefined): boolean {
  try {
    process.kill(pid ?? 0, 0);
    return true;
  } catch {
    return false;
  }
}
