import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { isBusy } from "./sql-error.ts";

/**
 * Takes a folder for this process, until it ends or `release` is called. The lock is the operating system's (SQLite's
 * exclusive lock on a small file of its own), so that one that was killed leaves nothing behind. Throws a plain sentence
 * when the folder is in use. Nothing else may open that file: closing it would drop the lock.
 */
export function lockFolder(dir: string): { release(): void } {
  const lock = openLock(dir);
  try {
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw unusable(dir, error);
    throw new Error(
      `The folder ${dir} is in use by another store. Stop that one first, or choose another folder.`,
    );
  }
  return { release: () => lock.close() };
}

function openLock(dir: string): DatabaseSync {
  try {
    return new DatabaseSync(join(dir, "lock.db"), { timeout: 0 });
  } catch (error) {
    throw unusable(dir, error);
  }
}

const unusable = (dir: string, cause: unknown) =>
  new Error(`The folder ${dir} cannot be used: ${cause instanceof Error ? cause.message : "unknown"}.`, {
    cause,
  });
