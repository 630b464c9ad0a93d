import { expect, it } from "vitest";
import { KeyedQueue } from "@/lib/inbox/ingest/keyed-queue";

function world(concurrency: number, maxWaiting = 100) {
  const queue = new KeyedQueue({ concurrency, maxWaiting, before: async () => {} });
  const started: string[] = [];
  const gates = new Map<string, () => void>();
  const add = (id: string, ...keys: string[]) =>
    queue.add(id, keys, () => {
      started.push(id);
      return new Promise<void>((resolve) => gates.set(id, resolve));
    });
  const turn = () => new Promise((resolve) => setImmediate(resolve));
  const finish = async (id: string) => {
    gates.get(id)?.();
    await turn();
  };
  return { queue, started, add, turn, finish };
}

it("runs no more jobs at once than it may", async () => {
  const { started, add, turn, finish } = world(2);
  for (const id of ["a", "b", "c"]) add(id);
  await turn();
  expect(started).toEqual(["a", "b"]);
  await finish("a");
  expect(started).toEqual(["a", "b", "c"]);
});

it("runs jobs that share a key one after another, in order, and lets others pass", async () => {
  const { started, add, turn, finish } = world(4);
  add("a", "x");
  add("b", "x", "y");
  add("c", "y");
  add("d", "z");
  await turn();
  expect(started).toEqual(["a", "d"]);
  await finish("a");
  expect(started).toEqual(["a", "d", "b"]);
  await finish("b");
  expect(started).toEqual(["a", "d", "b", "c"]);
});

it("takes no job when it is full, and a job it has only once", async () => {
  const { queue, add, turn, finish } = world(1, 1);
  expect([add("a"), add("a"), add("b")]).toEqual([true, true, false]);
  await turn();
  await finish("a");
  await queue.idle();
  expect(add("b")).toBe(true);
});
