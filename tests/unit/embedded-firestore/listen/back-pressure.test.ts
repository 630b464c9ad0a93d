import { afterEach, describe, expect, test, vi } from "vitest";
import { ListenClient } from "./listen-client";
import { commit, openWorld, orderBy, query, set } from "./world";

afterEach(() => vi.useRealTimers());

describe("a reader that is slow", () => {
  test("gets the latest state of each document, not every commit", async () => {
    const storage = openWorld();
    const client = new ListenClient().connect(storage).add(query());
    await client.at(0);
    client.pause();
    let time = 0;
    for (let n = 0; n < 300; n++) time = await commit(storage, set(`d${n % 3}`, { n }));
    expect(client.unread).toBe(1);
    const before = client.messages.length;
    client.read();
    const { documents } = await client.at(time);
    expect([...documents.keys()].sort()).toEqual(["d0", "d1", "d2"]);
    expect(client.messages.length - before).toBeLessThan(10);
  });

  test("gets snapshots though it never catches up with the writers", async () => {
    const storage = openWorld();
    const client = new ListenClient().connect(storage).add(query());
    await client.at(0);
    for (let n = 0; n < 100; n++) {
      client.pause();
      await commit(storage, set("a", { n }), set("b", { n }), set("c", { n }));
      client.read();
      await new Promise(setImmediate);
    }
    expect(client.snapshots.length).toBeGreaterThan(20);
    for (const { documents } of client.snapshots)
      expect(new Set(documents.values()).size).toBeLessThanOrEqual(1);
  });

  test("does not hold up others, nor the writers", async () => {
    const storage = openWorld();
    const slow = new ListenClient().connect(storage).add(query());
    const quick = new ListenClient()
      .connect(storage)
      .add(query({ orderBy: orderBy("n"), limit: { value: 2 } }));
    await Promise.all([slow.at(0), quick.at(0)]);
    slow.pause();
    for (let n = 0; n < 20; n++) await quick.at(await commit(storage, set(`d${n}`, { n: -n })));
    expect(quick.last?.documents.size).toBe(2);
    expect(slow.snapshots).toHaveLength(1);
  });

  test("is ended when it reads nothing for minutes and much waits, and resumes", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
    const storage = openWorld();
    const client = new ListenClient().connect(storage).add(query());
    await client.at(0);
    client.pause();
    for (let n = 0; n < 3; n++)
      await commit(storage, ...Array.from({ length: 500 }, (_, at) => set(`d${n}-${at}`, { n })));
    const time = await commit(storage, set("last", { n: 1 }));
    await new Promise(setImmediate);
    vi.advanceTimersByTime(180_000);
    expect(client.error?.code).toBe(14);
    client.error = null;
    client.connect(storage).add(query());
    expect((await client.at(time)).documents.size).toBe(1_501);
  });
});

test("a quiet stream gets a fresh token now and then", async () => {
  vi.useFakeTimers({ toFake: ["setInterval", "clearInterval", "performance"] });
  const storage = openWorld();
  const client = new ListenClient().connect(storage).add(query());
  await client.at(0);
  const time = await commit(storage, { id: "x", in: "others", fields: { n: 1 } });
  await new Promise(setImmediate);
  vi.advanceTimersByTime(45_000);
  await client.at(time);
  expect(client.snapshots).toHaveLength(2);
});
