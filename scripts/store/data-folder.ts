import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** The parts of a data folder that a backup holds. */
export type DataFolder = { dir: string; store: string; database: string; media: string };

/** Reads the folder's .env.local, as `npm start` does; what the shell says wins. */
export function readEnvFile(): void {
  if (existsSync(".env.local")) process.loadEnvFile(".env.local");
}

/** The data folder that a command means: as asked, else PARLEY_DATA, else the local stack's. */
export function dataFolder(asked?: string): DataFolder {
  const dir = resolve(asked ?? (process.env.PARLEY_DATA || process.env.LOCAL_DIR || ".local"));
  const store = join(dir, "store");
  return { dir, store, database: join(store, "firestore.db"), media: join(dir, "media") };
}

/** The same, for a command that needs a store there. Throws a sentence when there is none. */
export function existingDataFolder(asked?: string): DataFolder {
  const folder = dataFolder(asked);
  if (!existsSync(folder.database)) {
    throw new Error(`There is no store in ${folder.dir}. Name its folder with --data, or set PARLEY_DATA.`);
  }
  return folder;
}
