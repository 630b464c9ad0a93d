import { existsSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { backup } from "node:sqlite";
import { Connection } from "./connection.ts";
import { dataFile } from "./data-file.ts";

const pagesPerStep = 1024;

/**
 * Copies the store of a folder into one file, as it is at this moment, also while another process runs it. The file is
 * there only once it is whole; an existing one is replaced. Throws a plain sentence when there is no store.
 */
export async function backUp(dir: string, file: string): Promise<void> {
  const source = join(dir, dataFile);
  if (!existsSync(source)) throw new Error(`There is no store in ${dir}.`);
  const unfinished = `${file}.unfinished`;
  rmSync(unfinished, { force: true });
  try {
    await copy(source, unfinished);
    finish(unfinished);
    renameSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/** In one read transaction: otherwise each commit of the running store would make it begin again. */
async function copy(source: string, target: string): Promise<void> {
  const connection = new Connection(source, { isReadOnly: true, cacheKiB: 8 * 1024 });
  try {
    connection.exec("BEGIN");
    connection.get("SELECT value FROM meta WHERE name = 'commit_time'");
    await backup(connection.db, target, { rate: pagesPerStep });
  } finally {
    connection.close();
  }
}

/** One file without companions, on disk, and checked. */
function finish(file: string): void {
  const connection = new Connection(file, { isReadOnly: false, cacheKiB: 8 * 1024 });
  try {
    connection.exec("PRAGMA journal_mode = DELETE");
    const found = connection.get("PRAGMA quick_check(1)")?.[0];
    if (found !== "ok") throw new Error("The copy is damaged: is the store's file?");
  } finally {
    connection.close();
  }
}
