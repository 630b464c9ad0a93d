import { type ChildProcess, type SpawnOptions, spawn } from "node:child_process";
import { join, resolve } from "node:path";

/** One process that the single server consists of, from its start to its end. */
export type Part = {
  pid: number;
  /** Resolves when the process has ended, with how: "exit code 1", "SIGKILL". */
  ended: Promise<string>;
  /** Resolves when it serves. */
  isUp: Promise<void>;
  signal(name: NodeJS.Signals): void;
};

/**
 * Starts a file beside the bundled supervisor, in a process group of its own, so that Ctrl-C in a terminal reaches
 * only the supervisor, which stops the parts in order. A part ends by itself when the supervisor is gone.
 */
export function spawnPart(options: {
  /** Beside this one, or a whole path. */
  file: string;
  args?: string[];
  heapMb: number;
  env: NodeJS.ProcessEnv;
  output: "inherit" | "pipe";
}) {
  const preload = join(import.meta.dirname, "end-with-parent.mjs");
  const flags = [
    `--max-old-space-size=${options.heapMb}`,
    "--disable-warning=ExperimentalWarning",
    "--import",
    preload,
  ];
  const how: SpawnOptions = {
    env: options.env,
    detached: true,
    stdio: ["ignore", options.output, options.output, "ipc"],
  };
  const file = resolve(import.meta.dirname, options.file);
  const child: ChildProcess = spawn(process.execPath, [...flags, file, ...(options.args ?? [])], how);
  const ended = new Promise<string>((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("close", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
  return { child, pid: child.pid ?? 0, ended, signal: (name: NodeJS.Signals) => void child.kill(name) };
}
