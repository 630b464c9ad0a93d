import { startEmbeddedFirestore } from "@/embedded-firestore/server";
import { readStats } from "@/embedded-firestore/storage/read-stats";
import { runningState } from "@/scripts/stack/state";
import { runningServer } from "@/scripts/start/claim-folder";
import { type DataFolder, existingDataFolder } from "../data-folder";
import { connectSide } from "./connect-side";
import type { MigrateOptions } from "./options";
import type { Side } from "./wire";

type Opened = { source: Side; close(): Promise<void> };

/** The store to copy from: the one that runs on the folder, or one started on it for as long as the migration takes. */
export async function openSource(options: MigrateOptions): Promise<Opened> {
  if (options.from) return connected(options.from, options.fromProject ?? "");
  const folder = existingDataFolder(options.data);
  const projectId = options.fromProject ?? onlyProject(folder);
  const running = (await runningServer(folder.dir)) ?? runningState(folder.dir);
  if (running) {
    console.log(`The store of ${folder.dir} is running: what is written from now on may be missing.`);
    return connected(running.firestoreHost, projectId);
  }
  const server = await startEmbeddedFirestore({ dir: folder.store, port: 0 });
  const { source, close } = connected(server.host, projectId);
  return { source, close: () => close().finally(() => server.stop()) };
}

function connected(host: string, projectId: string): Opened {
  const source = connectSide({ projectId, databaseId: "(default)", host });
  return { source, close: source.close };
}

function onlyProject(folder: DataFolder): string {
  const projects = readStats(folder.store)
    .databases.filter(({ name, collections }) => name.endsWith("/(default)") && collections.length > 0)
    .map(({ name }) => name.split("/")[1] ?? "");
  const [first, ...others] = projects;
  if (!first) throw new Error(`The store in ${folder.dir} is empty.`);
  if (others.length === 0) return first;
  throw new Error(`The store holds several projects; name one with --from-project: ${projects.join(", ")}.`);
}
