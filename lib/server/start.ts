import { env } from "@/lib/env";
import { ensureEnvChannels } from "@/lib/inbox/channels/env-channels";
import { runJob } from "@/lib/inbox/jobs/run-job";
import { isDispatchWanted } from "@/lib/inbox/webhooks/dispatch";
import { log } from "@/lib/log";
import { liveHub } from "./live/hub";
import { startLoops } from "./loops";
import { offerWelcome } from "./offer-welcome";

const CHANNELS_RETRY_MS = 5_000;

declare global {
  var parleyIsStarted: boolean | undefined;
}

/** What a server process does once, before its first request: checks the environment, connects, starts the loops. */
export function startServer(): void {
  env();
  if (globalThis.parleyIsStarted) return;
  globalThis.parleyIsStarted = true;
  void connectChannels();
  void offerWelcome();
  const stopLoops = startLoops([
    { name: "sweep-events", everyMs: 3_000, run: () => runJob("sweep-events") },
    { name: "sweep-outbox", everyMs: 2_000, run: () => runJob("sweep-outbox") },
    { name: "sweep-media", everyMs: 5_000, run: () => runJob("sweep-media") },
    { name: "apply-retention", everyMs: 10 * 60_000, run: () => runJob("apply-retention") },
    { name: "sweep-erasures", everyMs: 3_000, run: () => runJob("sweep-erasures") },
    { name: "prune-feed", everyMs: 10 * 60_000, run: () => runJob("prune-feed") },
    { name: "check-channels", everyMs: 60_000, run: () => runJob("check-channels") },
    { name: "check-setup", everyMs: 60_000, run: () => runJob("check-setup") },
    { name: "run-replays", everyMs: 5_000, run: () => runJob("run-replays") },
    { name: "dispatch-webhooks", everyMs: 500, run: dispatchIfWanted },
  ]);
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);

  /** Open streams would keep the server from closing. */
  function stop(): void {
    stopLoops();
    liveHub().stop();
  }
}

/** The store may come up after this process; serving must not wait for it. */
async function connectChannels(): Promise<void> {
  try {
    await ensureEnvChannels();
  } catch (error) {
    log.error({ err: error }, "the channels of the environment could not be stored; trying again");
    setTimeout(() => void connectChannels(), CHANNELS_RETRY_MS).unref();
  }
}

async function dispatchIfWanted(): Promise<void> {
  if (isDispatchWanted(Date.now())) await runJob("dispatch-webhooks");
}
