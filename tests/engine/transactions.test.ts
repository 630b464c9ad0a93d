import { describe, expect, it } from "vitest";
import { code } from "@/embedded-firestore/protocol/status";
import { fill, refusal } from "./support/read";
import { useEngine } from "./support/world";

const world = useEngine();

describe("a transaction", () => {
  it("reads, then writes all at one time, and gives its result back", async () => {
    const things = await fill(world.collection(), { a: { n: 1 } });
    const result = await world.db.runTransaction(async (transaction) => {
      const read = await transaction.get(things.doc("a"));
      transaction.update(things.doc("a"), { n: read.get("n") + 1 });
      transaction.set(things.doc("b"), { from: read.get("n") });
      transaction.create(things.doc("c"), { z: 1 });
      return "done";
    });
    const found = await things.get();
    expect(result).toBe("done");
    expect(found.docs.map((one) => one.data())).toEqual([{ n: 2 }, { from: 1 }, { z: 1 }]);
    expect(new Set(found.docs.map((one) => one.updateTime.valueOf())).size).toBe(1);
  });

  it("leaves nothing when its function throws", async () => {
    const document = world.collection().doc();
    const run = world.db.runTransaction(async (transaction) => {
      await transaction.get(document);
      transaction.set(document, { n: 1 });
      throw new Error("changed my mind");
    });
    await expect(run).rejects.toThrow("changed my mind");
    expect((await document.get()).exists).toBe(false);
    await document.set({ free: true });
  });

  it("leaves nothing when one of its writes is refused", async () => {
    const things = await fill(world.collection(), { a: { n: 1 } });
    const run = world.db.runTransaction(async (transaction) => {
      transaction.set(things.doc("b"), { n: 1 });
      transaction.create(things.doc("a"), { n: 2 });
    });
    expect(await refusal(run)).toBe(code.alreadyExists);
    expect((await things.doc("b").get()).exists).toBe(false);
  });

  it("reads several documents, queries and counts", async () => {
    const things = await fill(world.collection(), { a: { n: 1 }, b: { n: 2 } });
    const read = await world.db.runTransaction(async (transaction) => {
      const all = await transaction.getAll(things.doc("a"), things.doc("b"), things.doc("missing"));
      const found = await transaction.get(things.where("n", ">", 1));
      const counted = await transaction.get(things.count());
      return [...all.map((one) => one.get("n")), found.size, counted.data().count];
    });
    expect(read).toEqual([1, 2, undefined, 1, 2]);
  });

  it("may write without reading, and read without writing", async () => {
    const things = await fill(world.collection(), { a: { n: 1 } });
    await world.db.runTransaction(async (transaction) => void transaction.set(things.doc("b"), { n: 2 }));
    const n = await world.db.runTransaction(async (transaction) => {
      return (await transaction.get(things.doc("b"))).get("n");
    });
    expect(n).toBe(2);
  });

  it("lets go of what it read when it ends", async () => {
    const document = world.collection().doc();
    await document.set({ n: 0 });
    await world.db.runTransaction((transaction) => transaction.get(document));
    const startedAt = performance.now();
    await document.update({ n: 1 });
    expect(performance.now() - startedAt).toBeLessThan(2000);
  });

  it("sees none of its own writes before it commits", async () => {
    const things = await fill(world.collection(), { a: { n: 1 } });
    const before = await world.db.runTransaction(async (transaction) => {
      await transaction.get(things.doc("a"));
      const outside = world.db.doc(things.doc("a").path).get();
      transaction.update(things.doc("a"), { n: 2 });
      return (await outside).get("n");
    });
    expect(before).toBe(1);
  });
});

describe("a read-only transaction", () => {
  it("reads one state", async () => {
    const things = await fill(world.collection(), { a: { v: 1 }, b: { v: 1 } });
    const seen = await world.db.runTransaction(
      async (transaction) => {
        const a = await transaction.get(things.doc("a"));
        await fill(things, { a: { v: 2 }, b: { v: 2 }, c: { v: 2 } });
        const b = await transaction.get(things.doc("b"));
        const all = await transaction.get(things.where("v", ">", 0));
        return [a.get("v"), b.get("v"), all.size];
      },
      { readOnly: true },
    );
    expect(seen).toEqual([1, 1, 2]);
  });

  it("reads a state of the past", async () => {
    const document = world.collection().doc();
    await document.set({ v: 1 });
    const { readTime } = await document.get();
    const seen = await world.db.runTransaction(
      async (transaction) => (await transaction.get(document)).get("v"),
      { readOnly: true, readTime },
    );
    expect(seen).toBe(1);
  });
});
