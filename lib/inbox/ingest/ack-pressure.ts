import { setImmediate, setTimeout } from "node:timers/promises";

const BUSY_FROM = 4;
const STEP_MS = 5;
const MAX_WAIT_MS = 60;

let unanswered = 0;

/** Counts webhooks that wait for their answer. */
export async function whileAnswering<T>(work: () => Promise<T>): Promise<T> {
  unanswered += 1;
  try {
    return await work();
  } finally {
    unanswered -= 1;
  }
}

/** Lets webhooks be answered before more of them are processed, but not for long: the inbox waits too. */
export async function yieldToAnswers(): Promise<void> {
  await setImmediate();
  for (let waited = 0; unanswered >= BUSY_FROM && waited < MAX_WAIT_MS; waited += STEP_MS) {
    await setTimeout(STEP_MS);
  }
}
