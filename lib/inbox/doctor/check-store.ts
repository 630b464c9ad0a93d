import {
  judgeIndexes,
  judgeOldestEvent,
  judgeQueues,
  judgeRules,
  judgeStore,
} from "@/lib/domain/doctor/judge-store";
import { fails, unknown, type Verdict } from "@/lib/domain/doctor/result";
import { countQueues } from "@/lib/store/count-queues";
import { oldestEventAt } from "@/lib/store/oldest-event";
import { pingStore } from "@/lib/store/ping";
import { probeIndexes } from "@/lib/store/probe-indexes";
import { readWithoutSignIn } from "@/lib/store/read-without-sign-in";
import type { Look, Run, Runs } from "./target";
import { LATE, within } from "./within";

const PING_MS = 5000;
const OUTSIDE_MS = 8000;

/** Checks of the store, each by asking it, whatever engine answers. */
export const storeRuns: Runs<"store" | "indexes" | "rules" | "queues" | "oldestEvent", Run> = {
  async store(look) {
    const ms = await pinged(look);
    return ms === null ? fails("silent") : judgeStore(ms);
  },
  indexes: (look) => ifAnswering(look, async () => judgeIndexes(await probeIndexes())),
  rules: (look) => ifAnswering(look, checkRules),
  queues: (look) => ifAnswering(look, async () => judgeQueues(await countQueues())),
  oldestEvent: (look) =>
    ifAnswering(look, async () => {
      const at = await oldestEventAt();
      return judgeOldestEvent(at === null ? null : look.now - at);
    }),
};

async function checkRules(): Promise<Verdict> {
  const reading = await readWithoutSignIn(OUTSIDE_MS);
  return reading ? judgeRules(reading) : unknown({ why: "notSet", name: "FIREBASE_PROJECT_ID" });
}

/** How long one read takes; null when the store does not answer. */
export function pinged(look: Look): Promise<number | null> {
  return look.once("ping", async () => {
    const startedAt = performance.now();
    const answer = await within(PING_MS, pingStore()).catch(() => LATE);
    return answer === LATE ? null : Math.round(performance.now() - startedAt);
  });
}

async function ifAnswering(look: Look, run: () => Promise<Verdict>): Promise<Verdict> {
  return (await pinged(look)) === null ? unknown({ why: "storeSilent" }) : run();
}
