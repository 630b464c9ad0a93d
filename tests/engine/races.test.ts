import { setTimeout as pause } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { fill, gate, upTo } from "./support/read";
import { useEngine } from "./support/world";

const world = useEngine();

/** Resolves when `count` have come, or after `ms`: engines that lock never let the second one come. */
function meeting(count: number, ms: number): () => Promise<unknown> {
  const { opened, open } = gate();
  let come = 0;
  return () => {
    come += 1;
    if (come === count) open();
    return Promise.race([opened, pause(ms)]);
  };
}

async function counter(n = 0) {
  const document = world.collection().doc("counter");
  await document.set({ n });
  const add = (maxAttempts?: number, meet: () => Promise<unknown> = async () => {}) =>
    world.db.runTransaction(
      async (transaction) => {
        const read = await transaction.get(document);
        await meet();
        transaction.update(document, { n: read.get("n") + 1 });
      },
      maxAttempts ? { maxAttempts } : {},
    );
  return { document, add, value: async () => (await document.get()).get("n") };
}

describe("transactions on one document", () => {
  it("lose no update when two read before either writes", async () => {
    const { add, value } = await counter();
    const meet = meeting(2, 800);
    await Promise.all([add(20, meet), add(20, meet)]);
    expect(await value()).toBe(2);
  });

  it("lose no update of fifty at the same time", async () => {
    const { add, value } = await counter();
    await Promise.all(upTo(50).map(() => add(100)));
    expect(await value()).toBe(50);
  });

  it("count exactly those that resolved, with the attempts there are by default", async () => {
    const { add, value } = await counter();
    const tries = await Promise.allSettled(upTo(30).map(() => add()));
    expect(await value()).toBe(tries.filter((one) => one.status === "fulfilled").length);
  });

  it("lose no plain write that comes between read and commit", async () => {
    const { document, value } = await counter(10);
    let attempts = 0;
    let plain: Promise<unknown> = Promise.resolve();
    await world.db.runTransaction(async (transaction) => {
      attempts += 1;
      const read = await transaction.get(document);
      if (attempts === 1) {
        plain = document.update({ n: 100 });
        await Promise.race([plain, pause(300)]);
      }
      transaction.update(document, { n: read.get("n") + 1 });
    });
    await plain;
    // Either the plain write came first and was added to, or it waited and came last.
    expect([101, 100]).toContain(await value());
  });

  it("agree on who made a document that was missing", async () => {
    const document = world.collection().doc("made");
    const make = (by: number) =>
      world.db.runTransaction(
        async (transaction) => {
          const read = await transaction.get(document);
          if (read.exists) return read.get("by");
          transaction.create(document, { by });
          return by;
        },
        { maxAttempts: 50 },
      );
    const makers = await Promise.all(upTo(10).map(make));
    expect(new Set(makers).size).toBe(1);
    expect((await document.get()).get("by")).toBe(makers[0]);
  });
});

describe("transactions on several documents", () => {
  it("cannot both act on what the other changes", async () => {
    const doctors = await fill(world.collection(), { a: { onCall: true }, b: { onCall: true } });
    const meet = meeting(2, 800);
    const leave = (id: string) =>
      world.db.runTransaction(
        async (transaction) => {
          const a = await transaction.get(doctors.doc("a"));
          const b = await transaction.get(doctors.doc("b"));
          await meet();
          if (a.get("onCall") && b.get("onCall")) transaction.update(doctors.doc(id), { onCall: false });
        },
        { maxAttempts: 30 },
      );
    await Promise.all([leave("a"), leave("b")]);
    expect((await doctors.where("onCall", "==", true).get()).size).toBe(1);
  });

  it("cannot both act on a query that the other changes", async () => {
    const seats = world.collection();
    const meet = meeting(2, 800);
    const take = (id: string) =>
      world.db.runTransaction(
        async (transaction) => {
          const taken = await transaction.get(seats.where("isTaken", "==", true));
          await meet();
          if (taken.empty) transaction.set(seats.doc(id), { isTaken: true });
        },
        { maxAttempts: 30 },
      );
    await Promise.all([take("a"), take("b")]);
    expect((await seats.get()).size).toBe(1);
  });

  it("end although they ask for the same in opposite orders", async () => {
    const accounts = await fill(world.collection(), { a: { n: 100 }, b: { n: 100 } });
    const meet = meeting(2, 300);
    const move = (from: string, to: string) =>
      world.db.runTransaction(
        async (transaction) => {
          const giver = await transaction.get(accounts.doc(from));
          await meet();
          const taker = await transaction.get(accounts.doc(to));
          transaction.update(accounts.doc(from), { n: giver.get("n") - 10 });
          transaction.update(accounts.doc(to), { n: taker.get("n") + 10 });
        },
        { maxAttempts: 30 },
      );
    await Promise.all([move("a", "b"), move("b", "a"), move("a", "b")]);
    const left = (await accounts.get()).docs.map((account) => account.get("n"));
    expect(left).toEqual([90, 110]);
  });

  it("never commit what they saw half before and half after a batch", async () => {
    const things = await fill(world.collection(), { a: { v: 1 }, b: { v: 1 } });
    let attempts = 0;
    await world.db.runTransaction(
      async (transaction) => {
        attempts += 1;
        const a = await transaction.get(things.doc("a"));
        if (attempts === 1) await Promise.race([fill(things, { a: { v: 2 }, b: { v: 2 } }), pause(300)]);
        const b = await transaction.get(things.doc("b"));
        transaction.set(things.doc("seen"), { a: a.get("v"), b: b.get("v") });
      },
      { maxAttempts: 10 },
    );
    const seen = await things.doc("seen").get();
    expect(seen.get("a")).toBe(seen.get("b"));
  });
});

describe("a query in a transaction", () => {
  it("is not passed by a document that it would have found", async () => {
    const things = await fill(world.collection(), { first: { k: 1 } });
    let attempts = 0;
    let late: Promise<unknown> = Promise.resolve();
    await world.db.runTransaction(async (transaction) => {
      attempts += 1;
      const found = await transaction.get(things.where("k", "==", 1));
      if (attempts === 1) {
        late = things.doc("late").set({ k: 1 });
        await Promise.race([late, pause(300)]);
      }
      transaction.set(things.doc("sum"), { found: found.size });
    });
    await late;
    const [lateOne, sum] = await Promise.all([things.doc("late").get(), things.doc("sum").get()]);
    const cameFirst = (lateOne.updateTime?.valueOf() ?? "") < (sum.updateTime?.valueOf() ?? "");
    expect(sum.get("found")).toBe(cameFirst ? 2 : 1);
  });

  it("does not stop writes that it would not find", async () => {
    const things = await fill(world.collection(), { first: { k: 1 } });
    let attempts = 0;
    await world.db.runTransaction(async (transaction) => {
      attempts += 1;
      const found = await transaction.get(things.where("k", "==", 1));
      await Promise.race([things.doc(`other${attempts}`).set({ k: 2 }), pause(300)]);
      transaction.set(things.doc("sum"), { found: found.size });
    });
    expect((await things.doc("sum").get()).get("found")).toBe(1);
  });
});
