import { setTimeout as pause } from "node:timers/promises";
import { type Part, spawnPart } from "./part";

/** Node lets garbage pile up to gigabytes on a large machine otherwise. */
const HEAP_MB = 320;

/** Where this app's health can be asked for from the same machine. */
const ownUrl = () => {
  const { HOSTNAME, PORT } = process.env;
  const isEverywhere = !HOSTNAME || ["0.0.0.0", "::", "localhost"].includes(HOSTNAME);
  return `http://${isEverywhere ? "127.0.0.1" : HOSTNAME}:${PORT || 3000}`;
};

/** Starts Next's standalone server on a store. It serves once it answers at all. */
export function startAppPart(env: NodeJS.ProcessEnv): Part {
  const { pid, ended, signal } = spawnPart({ file: "server.js", heapMb: HEAP_MB, env, output: "inherit" });
  let isOver = false;
  void ended.then(() => {
    isOver = true;
  });
  return { pid, ended, signal, isUp: untilItAnswers(() => isOver) };
}

async function untilItAnswers(isOver: () => boolean): Promise<void> {
  const never = new Promise<never>(() => undefined);
  while (!isOver()) {
    const answer = await fetch(`${ownUrl()}/api/health`, { signal: AbortSignal.timeout(5000) }).catch(
      () => null,
    );
    await answer?.arrayBuffer();
    if (isOver()) return never;
    if (answer) return;
    await pause(100);
  }
  return never;
}
