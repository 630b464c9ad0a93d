import autocannon from "autocannon";
import { initializeApp } from "firebase-admin/app";
import { type Firestore, getFirestore } from "firebase-admin/firestore";
import { atLeast, atMost, report } from "./report";
import type { BenchStack } from "./stack";
import { median, percentile, timeMany } from "./stats";
import { nextBody, signed } from "./whatsapp-body";

const ROUNDS = 3;
const SECONDS = 5;
/** A second in which to let a cold process compile before anything counts. */
const WARM_UP_SECONDS = 3;

/** How fast a webhook is answered at 1, 10 and 50 connections, beside two floors of the same run. */
export async function benchAcknowledge(stack: BenchStack): Promise<void> {
  const store = getFirestore(initializeApp({ projectId: stack.projectId }, "bench-floor"));
  await post(stack, 50, WARM_UP_SECONDS, true);
  await waitForBacklog(stack);

  const bare = await bareCreates(store, 50);
  report("floor: bare create() on the store, 50 at once", bare, "/s");
  const refused = await rounds(() => post(stack, 50, SECONDS, false));
  report("floor: the same route refusing a bad signature, 50 connections", refused.perSecond, "/s");

  for (const connections of [1, 10, 50]) {
    const taken = await rounds(async () => {
      const result = await post(stack, connections, SECONDS, true);
      await waitForBacklog(stack);
      return result;
    });
    report(
      `acknowledgement, ${connections} connection${connections > 1 ? "s" : ""}`,
      taken.perSecond,
      "/s",
      connections === 50 ? atLeast(400) : undefined,
    );
    report(`  p50 at ${connections}`, taken.p50, "ms", connections === 1 ? atMost(10) : undefined);
    report(`  p99 at ${connections}`, taken.p99, "ms");
    if (connections === 50) report("  ratio to bare create()", taken.perSecond / bare, "×", atLeast(0.5));
  }
}

type Load = { perSecond: number; p50: number; p99: number };

async function rounds(run: () => Promise<Load>): Promise<Load> {
  const results: Load[] = [];
  for (let round = 0; round < ROUNDS; round++) results.push(await run());
  return {
    perSecond: median(results.map((result) => result.perSecond)),
    p50: median(results.map((result) => result.p50)),
    p99: median(results.map((result) => result.p99)),
  };
}

async function post(
  stack: BenchStack,
  connections: number,
  seconds: number,
  isSignedRight: boolean,
): Promise<Load> {
  const result = await autocannon({
    url: `${stack.appUrl}/api/webhooks/whatsapp`,
    method: "POST",
    connections,
    duration: seconds,
    requests: [
      {
        setupRequest: (request) => {
          const { body } = nextBody(stack.whatsapp, 2000);
          return { ...request, body, headers: signed(body, isSignedRight ? stack.appSecret : "wrong") };
        },
      },
    ],
  });
  const expected = isSignedRight ? result["2xx"] : result["4xx"];
  if (expected !== result.requests.total)
    throw new Error(`expected ${result.requests.total} answers of one kind, got ${expected}`);
  return {
    perSecond: result.requests.total / result.duration,
    p50: result.latency.p50,
    p99: result.latency.p99,
  };
}

async function bareCreates(store: Firestore, width: number): Promise<number> {
  const run = Math.random().toString(36).slice(2);
  const perSecond: number[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const start = performance.now();
    await timeMany(3000, width, (index) =>
      store
        .collection("benchFloor")
        .doc(`${run}-${round}-${index}`)
        .create({ body: nextBody({ wabaId: "1", phoneNumberId: "1" }, 100).body, at: Date.now() }),
    );
    if (round > 0) perSecond.push(3000 / ((performance.now() - start) / 1000));
  }
  return median(perSecond);
}

/** Waits until all stored events are processed; answers how many a second were, from the first look on. */
export async function waitForBacklog(stack: BenchStack): Promise<{ events: number; perSecond: number }> {
  const start = performance.now();
  const first = await stack.backlog();
  for (;;) {
    const left = first === 0 ? 0 : await stack.backlog();
    if (left === 0) return { events: first, perSecond: first / ((performance.now() - start) / 1000) };
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

export async function benchDrain(stack: BenchStack): Promise<void> {
  await waitForBacklog(stack);
  const events = 2000;
  const start = performance.now();
  const took = await timeMany(events, 50, async () => {
    const { body } = nextBody(stack.whatsapp, 500);
    const answer = await fetch(`${stack.appUrl}/api/webhooks/whatsapp`, {
      method: "POST",
      body,
      headers: signed(body, stack.appSecret),
    });
    await answer.arrayBuffer();
    if (answer.status !== 200) throw new Error(`a webhook was answered ${answer.status}`);
  });
  await waitForBacklog(stack);
  report(
    `drain: ${events} events, first request to last one processed`,
    events / ((performance.now() - start) / 1000),
    "/s",
  );
  report("  p95 of an answer meanwhile, 50 at once", percentile(took, 95), "ms");
}
