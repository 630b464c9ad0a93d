import { existsSync } from "node:fs";
import { join, resolve } from "node:path";

/** The parts of a data folder that a backup holds. */
export type DataFolder = { dir: string; store: string; database: string; media: string };

/** Reads the folder's .env.local, as `npm start` does; what the shell says wins. */
export function readEnvFile(): void {
  if (existsSync(".env.local")) process.loadEnvFile(".env.local");
}

/**
 * The data folder that a command means: as asked, else PARLEY_DATA, else the local stack's. MEDIA_DIR counts only for
 * the folder of the environment: one that is asked for by name has its media inside.
 */
export function dataFolder(asked?: string): DataFolder {
  const { PARLEY_DATA, LOCAL_DIR, MEDIA_DIR } = process.env;
  const dir = resolve(asked ?? (PARLEY_DATA || LOCAL_DIR || ".local"));
  const store = join(dir, "store");
  const media = asked === undefined && MEDIA_DIR ? resolve(MEDIA_DIR) : join(dir, "media");
  return { dir, store, database: join(store, "firestore.db"), media };
}

/** The same, for a command that needs a store there. Throws a sentence when there is none. */
export function existingDataFolder(asked?: string): DataFolder {
  const folder = dataFolder(asked);
  if (!existsSync(folder.database)) {
    throw new Error(`There is no store in ${folder.dir}. Name its folder with --data, or set PARLEY_DATA.`);
  }
  return folder;
}
