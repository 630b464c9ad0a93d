import { afterEach, describe, expect, it } from "vitest";
import { datas, fill, upTo } from "./support/read";
import { watch, watchDocument } from "./support/watch";
import { useEngine } from "./support/world";

const world = useEngine();
const open: { stop: () => void }[] = [];
const watched = <T extends { stop: () => void }>(one: T): T => {
  open.push(one);
  return one;
};

afterEach(() => {
  for (const one of open.splice(0)) one.stop();
});

describe("a listener under many writes", () => {
  it("sees 500 quick creates once each and ends in their order", async () => {
    const things = await fill(world.collection(), { seed: { i: -1 } });
    const listener = watched(watch(things.orderBy("i")));
    await listener.until((snapshot) => snapshot.size === 1);
    await Promise.all(upTo(500).map((i) => things.doc(`d${i}`).create({ i })));
    const last = await listener.until((snapshot) => snapshot.size === 501, 20_000);
    expect(datas(last).map((data) => data.i)).toEqual(upTo(501).map((i) => i - 1));
    const added = listener.seen.flatMap((snapshot) =>
      snapshot.docChanges().filter((change) => change.type === "added"),
    );
    expect(added).toHaveLength(501);
  });

  it("holds its limit and order through 500 quick creates", async () => {
    const things = await fill(world.collection(), { seed: { i: -1 } });
    const listener = watched(watch(things.orderBy("i", "desc").limit(50)));
    await listener.until((snapshot) => snapshot.size === 1);
    await Promise.all(upTo(500).map((i) => things.doc(`d${i}`).create({ i })));
    const expected = upTo(50).map((i) => 499 - i);
    await listener.until(
      (snapshot) => datas(snapshot).every((data, i) => data.i === expected[i]) && snapshot.size === 50,
      20_000,
    );
    for (const snapshot of listener.seen) {
      const values = datas(snapshot).map((data) => data.i);
      expect(values.length).toBeLessThanOrEqual(50);
      expect(values).toEqual([...values].sort((a, b) => b - a));
    }
  });

  it("sees 500 updates of one document go forwards only, to the last", async () => {
    const document = world.collection().doc("it");
    await document.set({ n: 0 });
    const listener = watched(watchDocument(document));
    await listener.until((snapshot) => snapshot.exists);
    for (const n of upTo(500)) await document.update({ n: n + 1 });
    await listener.until((snapshot) => snapshot.get("n") === 500);
    const values = listener.seen.map((snapshot) => snapshot.get("n"));
    expect(values).toEqual([...new Set(values)].sort((a, b) => a - b));
  });

  it("ends with what is stored after 500 updates at the same time", async () => {
    const document = world.collection().doc("it");
    await document.set({ n: 0 });
    const listener = watched(watchDocument(document));
    await listener.until((snapshot) => snapshot.exists);
    await Promise.all(upTo(500).map((n) => document.update({ n: n + 1 })));
    const stored = await document.get();
    const last = await listener.until(
      (snapshot) => snapshot.updateTime?.valueOf() === stored.updateTime?.valueOf(),
    );
    expect(last.get("n")).toBe(stored.get("n"));
  });

  it("catches up when it starts in the middle", async () => {
    const things = world.collection();
    const early = watched(watch(things));
    await early.until((snapshot) => snapshot.empty);
    const written = upTo(50).map((i) => things.doc(`d${i}`).set({ i }));
    const late = watched(watch(things));
    await Promise.all(written);
    await early.until((snapshot) => snapshot.size === 50);
    await late.until((snapshot) => snapshot.size === 50);
  });

  it("gets its first snapshot while others write without a pause", async () => {
    const things = world.collection();
    let isOver = false;
    const writer = async (id: number) => {
      for (let i = 0; !isOver; i += 1) await things.doc(`w${id}-${i % 50}`).set({ i });
    };
    const writers = upTo(5).map(writer);
    const listener = watched(watch(things.orderBy("i", "desc").limit(10)));
    await listener.until((snapshot) => snapshot.size === 10);
    isOver = true;
    await Promise.all(writers);
    const stored = await things.orderBy("i", "desc").limit(10).get();
    await listener.until((snapshot) => snapshot.isEqual(stored) || sameDocuments(snapshot, stored));
  });
});

describe("a hundred listeners of one client", () => {
  it("are all told, and a stopped one is told no more", async () => {
    const things = world.collection();
    const listeners = upTo(100).map((i) => watched(watch(things.where("i", "==", i))));
    await Promise.all(listeners.map((one) => one.until((snapshot) => snapshot.empty, 20_000)));
    await fill(things, Object.fromEntries(upTo(100).map((i) => [`d${i}`, { i }])));
    await Promise.all(listeners.map((one) => one.until((snapshot) => snapshot.size === 1, 20_000)));
    listeners[0]?.stop();
    const seen = listeners[0]?.seen.length;
    await things.doc("d0").delete();
    await things.doc("d1").delete();
    await listeners[1]?.until((snapshot) => snapshot === listeners[1]?.seen.at(-1) && snapshot.empty);
    expect(listeners[0]?.seen).toHaveLength(seen ?? -1);
  });
});

type Found = { docs: { id: string; updateTime: { valueOf(): string } }[] };
function sameDocuments(one: Found, other: Found): boolean {
  const key = ({ docs }: Found) =>
    docs.map((document) => `${document.id} ${document.updateTime.valueOf()}`).join();
  return key(one) === key(other);
}
