import {
  accessSync,
  constants,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { connect } from "node:net";
import { join } from "node:path";

/** `<folder>/server.json`: what runs on this folder right now, for the commands that a person runs beside it. */
export type RunningServer = { pid: number; firestoreHost: string; projectId: string };

const pathIn = (folder: string) => join(folder, "server.json");

/**
 * Makes the folder and sees that no server runs on it (the store's own lock has the last word). Throws one sentence
 * when one does. @returns whether an earlier server left without saying so: its store may still be ending.
 */
export async function claimFolder(folder: string): Promise<{ wasLeftInHaste: boolean }> {
  makeFolder(folder);
  const earlier = readServer(folder);
  if (earlier && earlier.pid !== process.pid && (await runs(earlier))) {
    throw new Error(`Parley already runs on ${folder} (process ${earlier.pid}); stop that one first.`);
  }
  return { wasLeftInHaste: earlier !== null };
}

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new Error(`PARLEY_DATA names a folder that cannot be written: ${folder} (${code}).`);
  }
}

export function recordServer(folder: string, server: RunningServer): void {
  const part = `${pathIn(folder)}.part`;
  writeFileSync(part, `${JSON.stringify(server, null, 2)}\n`, { mode: 0o600 });
  renameSync(part, pathIn(folder));
}

export function releaseFolder(folder: string): void {
  rmSync(pathIn(folder), { force: true });
}

/** The server that runs on a folder right now, or null. */
export async function runningServer(folder: string): Promise<RunningServer | null> {
  const server = readServer(folder);
  return server && (await runs(server)) ? server : null;
}

function readServer(folder: string): RunningServer | null {
  if (!existsSync(pathIn(folder))) return null;
  try {
    return JSON.parse(readFileSync(pathIn(folder), "utf8")) as RunningServer;
  } catch {
    return null;
  }
}

/** After a power cut another process may have the same id: only one whose store answers counts. */
async function runs({ pid, firestoreHost }: RunningServer): Promise<boolean> {
  return isAlive(pid) && (await isListening(firestoreHost));
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function isListening(address: string): Promise<boolean> {
  const { hostname, port } = new URL(`http://${address}`);
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port) });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });
}
