import { gzipSync } from "node:zlib";
import { atMost, report } from "./report";
import type { BenchStack } from "./stack";
import { median, percentile, timeMany } from "./stats";

const REQUESTS = 60;

/** Inbox list and thread with `conversations` in the store, one request at a time. */
export async function benchReads(stack: BenchStack, conversations: number): Promise<void> {
  const label = conversations.toLocaleString("en");
  const isFull = conversations >= 10_000;
  const isLarge = conversations >= 100_000;
  const list = `${stack.appUrl}/api/inbox/conversations?tab=all`;
  const first = await read(list, stack);
  const ids = (JSON.parse(first) as { items: { id: string }[] }).items.map((item) => item.id);
  const [id] = ids;
  if (!id) throw new Error("the inbox list is empty");

  await timeMany(10, 1, () => read(list, stack));
  const listMs = await timeMany(REQUESTS, 1, () => read(list, stack));
  report(`inbox list at ${label} conversations, p50`, median(listMs), "ms");
  report(
    `inbox list at ${label} conversations, p95`,
    percentile(listMs, 95),
    "ms",
    isLarge ? atMost(50) : isFull ? atMost(150) : undefined,
  );
  report(
    `inbox list at ${label} conversations, size`,
    Buffer.byteLength(first) / 1000,
    "kB",
    isFull ? atMost(60) : undefined,
  );
  report(`inbox list at ${label} conversations, gzip`, gzipSync(first).byteLength / 1000, "kB");

  const thread = (index: number) =>
    `${stack.appUrl}/api/inbox/conversations/${encodeURIComponent(ids[index % ids.length] ?? id)}/messages`;
  await timeMany(10, 1, (index) => read(thread(index), stack));
  const threadMs = await timeMany(REQUESTS, 1, (index) => read(thread(index), stack));
  report(`thread at ${label} conversations, p50`, median(threadMs), "ms");
  report(
    `thread at ${label} conversations, p95`,
    percentile(threadMs, 95),
    "ms",
    isLarge ? atMost(50) : undefined,
  );
}

/** Ten agents open /inbox at the same moment; how long until the last has the page. */
export async function benchTenOpens(stack: BenchStack, conversations: number): Promise<void> {
  const rounds: number[] = [];
  for (let round = 0; round < 4; round++) {
    const start = performance.now();
    await timeMany(10, 10, (index) => read(`${stack.appUrl}/inbox`, stack, index));
    rounds.push(performance.now() - start);
  }
  const label = conversations.toLocaleString("en");
  report(
    `ten agents open the inbox at once, ${label} conversations, first time`,
    (rounds[0] ?? 0) / 1000,
    "s",
    atMost(2),
  );
  report(
    `ten agents open the inbox at once, ${label} conversations, later`,
    median(rounds.slice(1)) / 1000,
    "s",
    atMost(2),
  );
}

async function read(url: string, stack: BenchStack, agent = 0): Promise<string> {
  const cookie = stack.agentCookies[agent % stack.agentCookies.length] ?? "";
  const answer = await fetch(url, { headers: { cookie }, redirect: "manual" });
  const text = await answer.text();
  if (answer.status !== 200) throw new Error(`${new URL(url).pathname} answered ${answer.status}`);
  return text;
}
