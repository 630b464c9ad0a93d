import { type ChildProcess, spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

let guard: ChildProcess | null = null;

/** Has a process group ended when this process dies, even by kill -9. */
export function guardGroup(pid: number): void {
  tell(`+${pid}\n`);
}

/** Takes a process group that has ended off the list. */
export function releaseGroup(pid: number): void {
  tell(`-${pid}\n`);
}

function tell(line: string): void {
  guard ??= start();
  guard.stdin?.write(line);
}

function start(): ChildProcess {
  const child = spawn(process.execPath, [fileURLToPath(new URL("guard-process.mjs", import.meta.url))], {
    detached: true,
    stdio: ["pipe", "ignore", "ignore"],
  });
  child.stdin?.on("error", () => {});
  (child.stdin as unknown as { unref?: () => void })?.unref?.();
  child.unref();
  return child;
}
