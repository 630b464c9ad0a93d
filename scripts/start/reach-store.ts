import { join, resolve } from "node:path";
import { forgetEnv } from "@/lib/env";
import { claimFolder, runningServer } from "./claim-folder";
import { quietPort } from "./quiet-port";
import { singleServerEnv } from "./single-server-env";
import { startStorePart } from "./store-part";

/**
 * For a command that a person runs: with PARLEY_DATA, points this process at the folder's store, the running server's
 * or one started for as long as the command takes. Without, changes nothing. @returns what the command calls at its end.
 */
export async function reachStore(): Promise<() => Promise<void>> {
  const { PARLEY_DATA } = process.env;
  if (!PARLEY_DATA) return async () => undefined;
  const folder = resolve(PARLEY_DATA);
  const running = await runningServer(folder);
  if (running) {
    point(folder, running.firestoreHost);
    return async () => undefined;
  }
  await claimFolder(folder);
  const port = await quietPort();
  const store = startStorePart(join(folder, "store"), port);
  const failed = await Promise.race([store.isUp.then(() => null), store.ended]);
  if (failed) throw new Error(store.lastWords() || `The store ended: ${failed}`);
  point(folder, `127.0.0.1:${port}`);
  return async () => {
    store.signal("SIGTERM");
    await store.ended;
  };
}

function point(folder: string, firestoreHost: string): void {
  for (const [name, value] of Object.entries(singleServerEnv(folder, firestoreHost))) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
  forgetEnv();
}
