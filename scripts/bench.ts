import { join } from "node:path";
import { benchAcknowledge, benchDrain } from "./bench/acknowledge";
import { benchBundle } from "./bench/bundle";
import { benchLiveLatency } from "./bench/live-latency";
import { residentMb } from "./bench/memory";
import { benchReads, benchTenOpens } from "./bench/reads";
import { atMost, finishReport, report } from "./bench/report";
import { startBenchStack } from "./bench/stack";
import { seedBulk } from "./seed/bulk";
import { stopAllChildren } from "./stack/child";
import { projectRoot } from "./stack/root";

const MESSAGES = 20;

/** `npm run bench`: everything on loopback, rounds after a warm-up, medians. Prints a table, writes bench/results.json. */
async function bench(): Promise<void> {
  const stack = await startBenchStack({ hasAgents: true });
  report("resident memory of the app, just started", residentMb(stack.appPid), "MB");
  await benchBundle(stack.appUrl, stack.agentCookies[0] ?? "");
  await benchLiveLatency(stack);

  let there = 0;
  for (const conversations of [1000, 10_000]) {
    await seedBulk({ conversations: conversations - there, messages: MESSAGES, from: there });
    there = conversations;
    await benchTenOpens(stack, conversations);
    await benchReads(stack, conversations);
  }
  await stack.stop();

  const second = await startBenchStack({ hasAgents: false });
  await benchAcknowledge(second);
  await benchDrain(second);
  report("resident memory of the app, after the load", residentMb(second.appPid), "MB", atMost(400));
  await second.stop();
  finishReport(join(projectRoot, "bench", "results.json"));
}

try {
  await bench();
} finally {
  await stopAllChildren();
}
process.exit(0);
