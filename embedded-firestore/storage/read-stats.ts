import { existsSync } from "node:fs";
import { join } from "node:path";
import { Connection } from "./connection.ts";
import { dataFile } from "./data-file.ts";
import { type StoreStats, statsOf } from "./store-stats.ts";

/** What the store in a folder holds; also while another process runs it. Throws a plain sentence when there is none. */
export function readStats(dir: string): StoreStats {
  const file = join(dir, dataFile);
  if (!existsSync(file)) throw new Error(`There is no store in ${dir}.`);
  const connection = new Connection(file, { isReadOnly: true, cacheKiB: 8 * 1024 });
  try {
    connection.exec("BEGIN");
    return statsOf(connection);
  } finally {
    connection.close();
  }
}
