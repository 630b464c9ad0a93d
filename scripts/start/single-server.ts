import { join, resolve } from "node:path";
import { startAppPart } from "./app-part";
import { claimFolder, recordServer, releaseFolder } from "./claim-folder";
import { keepRunning } from "./keep-running";
import { quietPort } from "./quiet-port";
import { say } from "./say";
import { singleServerEnv, singleServerProject } from "./single-server-env";
import { type StorePart, startStorePart } from "./store-part";

/** Together less than the ten seconds that Docker gives. */
const APP_GRACE_MS = 6000;
const STORE_GRACE_MS = 3500;
/** After a kill -9 the store of the earlier server needs a moment to end. */
const LEFTOVER_MS = 12_000;

/**
 * Runs store and app on one folder until asked to stop: the store first, the app once it serves; either is started
 * again when it dies; on SIGTERM or Ctrl-C the app ends first, then the store. @returns the exit code.
 */
export async function runSingleServer(folderGiven: string): Promise<number> {
  const folder = resolve(folderGiven);
  const asked = untilAsked();
  if (process.env.FIRESTORE_EMULATOR_HOST) {
    throw new Error("PARLEY_DATA and FIRESTORE_EMULATOR_HOST are both set: take one out.");
  }
  const { wasLeftInHaste } = await claimFolder(folder);
  const port = await quietPort();
  let life: StorePart | undefined;
  const startStore = () => {
    life = startStorePart(join(folder, "store"), port);
    return life;
  };
  const store = keepRunning("store", startStore, { patienceMs: wasLeftInHaste ? LEFTOVER_MS : 0 });
  const early = await Promise.race([settled(store.isUp), asked]);
  if (early instanceof Error) throw new Error(life?.lastWords() || `The store ended: ${early.message}`);
  const firestoreHost = `127.0.0.1:${port}`;
  recordServer(folder, { pid: process.pid, firestoreHost, projectId: singleServerProject });
  const failure = early === "asked" ? null : await serve(folder, firestoreHost, asked);
  await store.stop(STORE_GRACE_MS);
  releaseFolder(folder);
  if (failure) throw new Error(`The app could not start (${failure.message}).`);
  return 0;
}

/** Runs the app until asked to stop. @returns why it never served, or null. */
async function serve(folder: string, host: string, asked: Promise<"asked">): Promise<Error | null> {
  const env = { ...process.env, ...singleServerEnv(folder, host) };
  const app = keepRunning("app", () => startAppPart(env));
  const failure = await Promise.race([settled(app.isUp), asked]);
  if (failure === null) {
    say("info", `Parley serves; its data are in ${folder}`);
    await asked;
  }
  await app.stop(APP_GRACE_MS);
  return failure instanceof Error ? failure : null;
}

function untilAsked(): Promise<"asked"> {
  return new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => resolve("asked"));
  });
}

/** Null when it resolved, the reason when it rejected. */
function settled(promise: Promise<void>): Promise<Error | null> {
  return promise.then(
    () => null,
    (error: Error) => error,
  );
}
