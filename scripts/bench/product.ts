import { seedBulk } from "../seed/bulk";
import { benchAcknowledge, benchDrain } from "./acknowledge";
import { benchBundle } from "./bundle";
import { groupMemoryMb } from "./engine/server";
import { benchLiveLatency } from "./live-latency";
import { residentMb } from "./memory";
import { benchReads, benchTenOpens } from "./reads";
import { atMost, report } from "./report";
import { startBenchStack } from "./stack";
import { benchThread } from "./thread";

/** How many conversations there are when reading is measured, and how many messages those added have. */
const sizes = [
  { conversations: 1000, messages: 20 },
  { conversations: 10_000, messages: 20 },
  { conversations: 100_000, messages: 10 },
];

/** The rows of the whole product: app and store as `npm run local` runs them, in the production build. */
export async function benchProduct(): Promise<void> {
  const stack = await startBenchStack({ hasAgents: true });
  report("resident memory of the app, just started", residentMb(stack.appPid), "MB");
  await benchBundle(stack.appUrl, stack.agentCookies[0] ?? "");
  await benchLiveLatency(stack);
  await benchThread(stack);

  let there = 0;
  for (const { conversations, messages } of sizes) {
    const added = conversations - there;
    const start = performance.now();
    await seedBulk({ conversations: added, messages, from: there });
    const seconds = (performance.now() - start) / 1000;
    report(`seeding ${added.toLocaleString("en")} conversations × ${messages} messages`, seconds, "s");
    there = conversations;
    await benchTenOpens(stack, conversations);
    await benchReads(stack, conversations);
  }
  report("resident memory of the store, 100,000 conversations", groupMemoryMb(stack.store), "MB");
  await stack.stop();

  const second = await startBenchStack({ hasAgents: false });
  await benchAcknowledge(second);
  await benchDrain(second);
  report("resident memory of the app, after the load", residentMb(second.appPid), "MB", atMost(400));
  await second.stop();
}
