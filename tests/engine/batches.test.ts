import { describe, expect, it } from "vitest";
import { code } from "@/embedded-firestore/protocol/status";
import { ids, refusal, upTo } from "./support/read";
import { useEngine } from "./support/world";

const world = useEngine();

describe("a batch", () => {
  it("does all its kinds of writes at one time", async () => {
    const things = world.collection();
    await things.doc("deleted").set({ a: 1 });
    await things.doc("updated").set({ a: 1 });
    const batch = world.db.batch();
    batch.set(things.doc("set"), { a: 1 });
    batch.update(things.doc("updated"), { a: 2 });
    batch.delete(things.doc("deleted"));
    batch.create(things.doc("created"), { a: 3 });
    const results = await batch.commit();
    const found = await things.get();
    expect(results).toHaveLength(4);
    expect(ids(found)).toEqual(["created", "set", "updated"]);
    const times = found.docs.map((one) => one.updateTime.valueOf());
    expect(new Set([...times, results[0]?.writeTime.valueOf()]).size).toBe(1);
  });

  it("does nothing when one of its creates is refused", async () => {
    const things = world.collection();
    await things.doc("there").set({ a: 1 });
    await things.doc("other").set({ a: 1 });
    const batch = world.db.batch();
    batch.set(things.doc("new"), { a: 1 });
    batch.update(things.doc("other"), { a: 2 });
    batch.create(things.doc("there"), { a: 3 });
    expect(await refusal(batch.commit())).toBe(code.alreadyExists);
    expect((await things.doc("new").get()).exists).toBe(false);
    expect((await things.doc("other").get()).get("a")).toBe(1);
  });

  it("does nothing when one of its updates finds no document", async () => {
    const things = world.collection();
    const batch = world.db.batch();
    batch.set(things.doc("new"), { a: 1 });
    batch.update(things.doc("missing"), { a: 2 });
    expect(await refusal(batch.commit())).toBe(code.notFound);
    expect((await things.get()).empty).toBe(true);
  });

  it("may write one document several times, in order", async () => {
    const things = world.collection();
    const batch = world.db.batch();
    batch.create(things.doc("one"), { a: 1 });
    batch.update(things.doc("one"), { b: 2 });
    batch.delete(things.doc("one"));
    batch.create(things.doc("one"), { c: 3 });
    batch.update(things.doc("one"), { d: 4 });
    await batch.commit();
    expect((await things.doc("one").get()).data()).toEqual({ c: 3, d: 4 });
  });

  it("may hold 500 writes", async () => {
    const things = world.collection();
    const batch = world.db.batch();
    for (const i of upTo(499)) batch.set(things.doc(`d${i}`), { i });
    batch.set(things.doc("d0"), { i: "again" });
    await batch.commit();
    expect((await things.count().get()).data().count).toBe(499);
    expect((await things.doc("d0").get()).get("i")).toBe("again");
  });

  it("may be empty", async () => {
    expect(await world.db.batch().commit()).toEqual([]);
  });
});

describe("a bulk writer", () => {
  it("writes a thousand", async () => {
    const things = world.collection();
    const writer = world.db.bulkWriter({ throttling: false });
    const written = upTo(1000).map((i) => writer.create(things.doc(`d${i}`), { i }));
    await writer.close();
    await Promise.all(written);
    expect((await things.count().get()).data().count).toBe(1000);
  });

  it("says of each write whether it was done", async () => {
    const things = world.collection();
    await things.doc("d3").set({ old: 1 });
    const writer = world.db.bulkWriter({ throttling: false });
    writer.onWriteError(() => false);
    const outcome = (call: Promise<unknown>) =>
      call.then(
        () => "done",
        (error: { code: number }) => error.code,
      );
    const outcomes = [
      ...upTo(5).map((i) => outcome(writer.create(things.doc(`d${i}`), { i }))),
      outcome(writer.update(things.doc("missing"), { a: 1 })),
      outcome(writer.delete(things.doc("nobody"))),
    ];
    await writer.close();
    expect(await Promise.all(outcomes)).toEqual([
      ...["done", "done", "done", code.alreadyExists, "done"],
      ...[code.notFound, "done"],
    ]);
    expect((await things.doc("d3").get()).data()).toEqual({ old: 1 });
  });
});
