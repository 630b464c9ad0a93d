import { statSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { Connection } from "./connection.ts";
import { isDamage } from "./sql-error.ts";

/** Checking this much takes less than a second; larger files are checked while the store already runs. */
const checkedAtOnce = 256 * 1024 * 1024;

/** The tables that nothing works without, small ones. */
const core = ["meta", "databases", "shapes", "queries"];

/**
 * Throws a plain sentence when the file is damaged. In a large file only the core is looked at now; `onDamage` hears of
 * the rest later.
 */
export function checkFile(
  connection: Connection,
  file: string,
  onDamage: (sentence: string) => void,
  atOnce = checkedAtOnce,
): void {
  const isLarge = (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > atOnce;
  const checks = isLarge ? core.map((table) => `quick_check(${table})`) : ["quick_check(1)"];
  for (const check of checks) {
    if (isWhole(connection, check)) continue;
    throw new Error(damagedSentence(file));
  }
  if (isLarge) checkLater(file, onDamage);
}

export const damagedSentence = (file: string) =>
  `The data file ${file} is damaged. Keep a copy of its folder, then bring back the newest backup into an empty folder.`;

function isWhole(connection: Connection, check: string): boolean {
  try {
    return connection.db.prepare(`PRAGMA ${check}`).get()?.quick_check === "ok";
  } catch (error) {
    if (isDamage(error)) return false;
    throw error;
  }
}

/** On a thread of its own, from text: so it works bundled too. */
function checkLater(file: string, onDamage: (sentence: string) => void): void {
  const worker = new Worker(checkOnThread, { eval: true, workerData: file });
  worker.unref();
  worker.once("message", (isOk: boolean) => {
    if (!isOk) onDamage(damagedSentence(file));
  });
  worker.once("error", () => {});
}

const checkOnThread = `
const { parentPort, workerData } = require("node:worker_threads");
const { DatabaseSync } = require("node:sqlite");
const db = new DatabaseSync(workerData, { readOnly: true, timeout: 5000 });
try {
  parentPort.postMessage(db.prepare("PRAGMA quick_check(1)").get().quick_check === "ok");
} catch (error) {
  if ([11, 26].includes(error.errcode & 255)) parentPort.postMessage(false);
} finally {
  db.close();
}
`;
