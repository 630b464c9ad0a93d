import { type ChildProcess, spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync } from "node:fs";
import { dirname } from "node:path";
import { createInterface } from "node:readline";
import { guardGroup, releaseGroup } from "./guard";

export type ChildOptions = {
  name: string;
  command: string;
  args: string[];
  env?: Record<string, string | undefined>;
  cwd?: string;
  /** Where its output goes; null shows it on this terminal. */
  logPath: string | null;
  /** Called with each line of standard output, which then does not go to the log. */
  onLine?: (line: string) => void;
};

export type Child = {
  name: string;
  pid: number;
  logPath: string;
  /** Resolves when the process has ended, however that came. */
  exited: Promise<string>;
  hasExited(): boolean;
  signal(signal: NodeJS.Signals): void;
  stop(): Promise<void>;
};

const alive = new Set<Child>();
let isClosing = false;

/** Stops every process this one started and refuses to start more. */
export async function stopAllChildren(): Promise<void> {
  isClosing = true;
  await Promise.all([...alive].map((child) => child.stop()));
}

/** Starts a process in a group of its own, so that stopping it stops whatever it started too. */
export function startChild(options: ChildOptions): Child {
  if (isClosing) throw new Error(`Stopping; ${options.name} was not started`);
  const log = options.logPath === null ? "inherit" : openLog(options.logPath);
  const child = spawn(options.command, options.args, {
    cwd: options.cwd,
    env: { ...process.env, ...options.env },
    detached: true,
    stdio: ["ignore", options.onLine ? "pipe" : log, log],
  });
  if (log !== "inherit") closeSync(log);
  const pid = child.pid ?? 0;
  if (pid) guardGroup(pid);
  if (options.onLine && child.stdout) createInterface({ input: child.stdout }).on("line", options.onLine);

  let isOver = false;
  const exited = whenOver(child).then((how) => {
    isOver = true;
    alive.delete(result);
    if (pid) releaseGroup(pid);
    return how;
  });
  const signal = (name: NodeJS.Signals) => signalGroup(pid, name);
  const result: Child = {
    name: options.name,
    pid,
    logPath: options.logPath ?? "the output above",
    exited,
    hasExited: () => isOver,
    signal,
    stop: () => stopGroup(signal, exited, () => isOver),
  };
  alive.add(result);
  return result;
}

function openLog(path: string): number {
  mkdirSync(dirname(path), { recursive: true });
  return openSync(path, "a");
}

function whenOver(child: ChildProcess): Promise<string> {
  return new Promise((resolve) => {
    child.once("error", (error) => resolve(error.message));
    child.once("exit", (code, signal) => resolve(signal ?? `exit code ${code}`));
  });
}

async function stopGroup(
  signal: (name: NodeJS.Signals) => void,
  exited: Promise<string>,
  isOver: () => boolean,
): Promise<void> {
  if (!isOver()) {
    signal("SIGCONT");
    signal("SIGTERM");
    let timer: NodeJS.Timeout | undefined;
    await Promise.race([exited, new Promise((resolve) => (timer = setTimeout(resolve, 5000)))]);
    clearTimeout(timer);
  }
  signal("SIGKILL");
  await exited;
}

function signalGroup(pid: number, name: NodeJS.Signals): void {
  if (!pid) return;
  try {
    process.kill(-pid, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
