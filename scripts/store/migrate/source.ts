import { dataFolder } from "../data-folder";
import { connectSide } from "./connect-side";
import type { MigrateOptions } from "./options";
import type { Side } from "./wire";

/** The store to copy from: the one that runs on the folder, or one started on it for the time of the migration. */
export async function openSource(options: MigrateOptions): Promise<{ source: Side; close(): Promise<void> }> {
  if (!options.from) throw new Error(`not yet ${dataFolder().dir}`);
  const source = connectSide({
    projectId: options.fromProject ?? "",
    databaseId: "(default)",
    host: options.from,
  });
  return { source, close: source.close };
}
