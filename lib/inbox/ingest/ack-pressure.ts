import { setImmediate, setTimeout } from "node:timers/promises";
import { processWide } from "@/lib/process-wide";

const BUSY_FROM = 4;
const STEP_MS = 5;
const MAX_WAIT_MS = 60;

const pressure = processWide("ack-pressure", () => ({ unanswered: 0 }));

/** Counts webhooks that wait for their answer. */
export async function whileAnswering<T>(work: () => Promise<T>): Promise<T> {
  pressure.unanswered += 1;
  try {
    return await work();
  } finally {
    pressure.unanswered -= 1;
  }
}

/** Lets webhooks be answered before more of them are processed, but not for long: the inbox waits too. */
export async function yieldToAnswers(): Promise<void> {
  await setImmediate();
  for (let waited = 0; pressure.unanswered >= BUSY_FROM && waited < MAX_WAIT_MS; waited += STEP_MS) {
    await setTimeout(STEP_MS);
  }
}
