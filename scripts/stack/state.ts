import { existsSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

export type Account = { email: string; password: string; role: "admin" | "agent" | "viewer" };

/** `<LOCAL_DIR>/state.json`: what a running stack tells others. There only while it is ready. */
export type StackState = {
  appUrl: string;
  simulatorUrl: string;
  projectId: string;
  firestoreHost: string;
  apiKey: string;
  appSecret: string;
  verifyToken: string;
  whatsapp: { phoneNumberId: string; wabaId: string };
  instagram: { accountId: string; pageId: string };
  accounts: Account[];
  pid: number;
};

const pathIn = (dir: string) => join(dir, "state.json");

export function writeState(dir: string, state: StackState): void {
  const part = `${pathIn(dir)}.part`;
  writeFileSync(part, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 });
  renameSync(part, pathIn(dir));
}

export function removeState(dir: string): void {
  rmSync(pathIn(dir), { force: true });
}

/** The stack that runs in this folder right now, or null. */
export function runningState(dir: string): StackState | null {
  if (!existsSync(pathIn(dir))) return null;
  const state: StackState = JSON.parse(readFileSync(pathIn(dir), "utf8"));
  return isAlive(state.pid) ? state : null;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
