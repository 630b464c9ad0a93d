import { Filter } from "firebase-admin/firestore";
import { afterEach, describe, expect, it } from "vitest";
import { datas, fill, upTo } from "./support/read";
import { changes, order, watch, watchDocument } from "./support/watch";
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

const numbered = (count: number) =>
  fill(world.collection(), Object.fromEntries(upTo(count).map((i) => [`d${i + 1}`, { t: i + 1 }])));

describe("a listener on a document", () => {
  it("sees it missing, made, changed and deleted", async () => {
    const document = world.collection().doc("it");
    const listener = watched(watchDocument(document));
    await listener.until((snapshot) => !snapshot.exists);
    await document.set({ n: 1 });
    await listener.until((snapshot) => snapshot.get("n") === 1);
    const { writeTime } = await document.update({ n: 2 });
    const changed = await listener.until((snapshot) => snapshot.get("n") === 2);
    expect(changed.updateTime?.isEqual(writeTime)).toBe(true);
    const before = listener.seen.length;
    await document.delete();
    await listener.until((snapshot) => listener.seen.indexOf(snapshot) >= before && !snapshot.exists);
  });
});

describe("a listener on a query", () => {
  it("tells added, modified and moved, removed, and refills its limit", async () => {
    const things = await numbered(5);
    const listener = watched(watch(things.orderBy("t", "desc").limit(3)));
    const first = await listener.until((snapshot) => order(snapshot) === "d5 d4 d3");
    expect(changes(first)).toBe("added d3, added d4, added d5");

    await things.doc("d6").set({ t: 6 });
    const grown = await listener.until((snapshot) => order(snapshot) === "d6 d5 d4");
    expect(changes(grown)).toBe("added d6, removed d3");

    await things.doc("d4").update({ t: 10 });
    const moved = await listener.until((snapshot) => order(snapshot) === "d4 d6 d5");
    expect(moved.docChanges().map(({ type, oldIndex, newIndex }) => [type, oldIndex, newIndex])).toEqual([
      ["modified", 2, 0],
    ]);

    await things.doc("d6").delete();
    const refilled = await listener.until((snapshot) => order(snapshot) === "d4 d5 d3");
    expect(changes(refilled)).toBe("added d3, removed d6");
  });

  it("lets documents in and out as they come to match or no longer do", async () => {
    const things = await fill(world.collection(), { a: { state: "open" }, b: { state: "closed" } });
    const listener = watched(watch(things.where("state", "==", "open")));
    await listener.until((snapshot) => order(snapshot) === "a");
    await things.doc("a").update({ state: "closed" });
    const left = await listener.until((snapshot) => order(snapshot) === "");
    expect(changes(left)).toBe("removed a");
    await things.doc("b").update({ state: "open" });
    const entered = await listener.until((snapshot) => order(snapshot) === "b");
    expect(changes(entered)).toBe("added b");
  });

  it("sees a batch in one snapshot", async () => {
    const things = world.collection();
    const listener = watched(watch(things));
    await listener.until((snapshot) => snapshot.empty);
    await fill(things, Object.fromEntries(upTo(10).map((i) => [`d${i}`, { i }])));
    await listener.until((snapshot) => snapshot.size === 10);
    expect([...new Set(listener.seen.map((snapshot) => snapshot.size))]).toEqual([0, 10]);
  });

  it("sees a transaction over two collections, each part whole", async () => {
    const [left, right] = [world.collection(), world.collection()];
    const listener = watched(watch(left));
    await listener.until((snapshot) => snapshot.empty);
    await world.db.runTransaction(async (transaction) => {
      for (const id of ["a", "b"]) transaction.set(left.doc(id), { id }).set(right.doc(id), { id });
    });
    const both = await listener.until((snapshot) => snapshot.size > 0);
    expect(order(both)).toBe("a b");
  });

  it("follows the last of an order", async () => {
    const things = await numbered(4);
    const listener = watched(watch(things.orderBy("t").limitToLast(2)));
    await listener.until((snapshot) => order(snapshot) === "d3 d4");
    await things.doc("d5").set({ t: 5 });
    await listener.until((snapshot) => order(snapshot) === "d4 d5");
    await things.doc("d4").delete();
    await listener.until((snapshot) => order(snapshot) === "d3 d5");
  });

  it("follows a collection group", async () => {
    const group = world.group();
    const things = world.collection();
    await things.doc("p").collection(group).doc("m1").set({ i: 1 });
    const listener = watched(watch(world.db.collectionGroup(group).orderBy("i", "desc").limit(5)));
    await listener.until((snapshot) => order(snapshot) === "m1");
    await things.doc("q").collection(group).doc("m2").set({ i: 2 });
    await things.doc("q").collection(`${group}x`).doc("m3").set({ i: 3 });
    await listener.until((snapshot) => order(snapshot) === "m2 m1");
  });

  it("follows or and in, and keeps out what does not match", async () => {
    const things = world.collection();
    const filter = Filter.or(Filter.where("s", "in", ["a", "b"]), Filter.where("p", "==", 1));
    const listener = watched(watch(things.where(filter)));
    await listener.until((snapshot) => snapshot.empty);
    await things.doc("x").set({ s: "b" });
    await things.doc("no").set({ s: "q" });
    await things.doc("y").set({ p: 1, s: "a" });
    await listener.until((snapshot) => order(snapshot) === "x y");
    expect(listener.seen.every((snapshot) => !order(snapshot).includes("no"))).toBe(true);
  });

  it("knows cursors and projections", async () => {
    const things = await fill(world.collection(), {
      a: { t: 1, big: "x" },
      b: { t: 2, big: "x" },
      c: { t: 3, big: "x" },
    });
    const listener = watched(watch(things.orderBy("t").startAfter(1).select("t")));
    const first = await listener.until((snapshot) => snapshot.size === 2);
    expect(datas(first)).toEqual([{ t: 2 }, { t: 3 }]);
    await things.doc("d").set({ t: 1.5, big: "y" });
    const second = await listener.until((snapshot) => snapshot.size === 3);
    expect(datas(second)).toEqual([{ t: 1.5 }, { t: 2 }, { t: 3 }]);
  });

  it("sees what recursiveDelete takes away", async () => {
    const things = await numbered(20);
    const listener = watched(watch(things));
    await listener.until((snapshot) => snapshot.size === 20);
    await world.db.recursiveDelete(things);
    await listener.until((snapshot) => snapshot.empty);
  });

  it("sees what another client writes", async () => {
    const things = world.collection();
    const listener = watched(watch(things));
    await listener.until((snapshot) => snapshot.empty);
    await world.client().doc(things.doc("a").path).set({ a: 1 });
    await listener.until((snapshot) => snapshot.size === 1);
  });
});
