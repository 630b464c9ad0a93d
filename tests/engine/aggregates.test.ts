import { AggregateField, FieldPath } from "firebase-admin/firestore";
import { describe, expect, it } from "vitest";
import { fill } from "./support/read";
import { useEngine } from "./support/world";

const world = useEngine();
const { count, sum, average } = AggregateField;
const three = { c: count(), s: sum("n"), a: average("n") };

describe("an aggregate", () => {
  it("counts, sums and averages what is a number", async () => {
    const things = await fill(world.collection(), {
      a: { n: 1, kind: "x" },
      b: { n: 2, kind: "x" },
      c: { n: 4.5 },
      d: { n: "text" },
      e: { kind: "x" },
    });
    expect((await things.where("kind", "==", "x").count().get()).data().count).toBe(3);
    // Sums and averages ask for the field, so the counts beside them do too.
    expect((await things.aggregate(three).get()).data()).toEqual({ c: 4, s: 7.5, a: 2.5 });
    expect((await things.aggregate({ s: sum("n") }).get()).data()).toEqual({ s: 7.5 });
  });

  it("knows limits, offsets, orders and cursors", async () => {
    const things = await fill(world.collection(), { a: { n: 1 }, b: { n: 2 }, c: { n: 3 }, d: { n: 4 } });
    expect((await things.limit(2).count().get()).data().count).toBe(2);
    expect((await things.orderBy("n", "desc").limit(2).aggregate(three).get()).data()).toEqual({
      ...{ c: 2, s: 7, a: 3.5 },
    });
    expect((await things.orderBy("n").startAfter(1).aggregate(three).get()).data()).toEqual({
      c: 3,
      s: 9,
      a: 3,
    });
    expect((await things.orderBy("n").offset(3).count().get()).data().count).toBe(1);
  });

  it("orders by what it adds up, by path segments and not by their quotes", async () => {
    const things = await fill(world.collection(), {
      a: { m: 1, "x y": 9 },
      b: { m: 2, "x y": 5 },
    });
    const summed = things.limit(1).aggregate({ m: sum("m"), x: sum(new FieldPath("x y")) });
    expect((await summed.get()).data()).toEqual({ m: 1, x: 9 });
  });

  it("is 0, 0 and null over nothing", async () => {
    expect((await world.collection().aggregate(three).get()).data()).toEqual({ c: 0, s: 0, a: null });
  });

  it("is NaN or infinite where a value is", async () => {
    const things = await fill(world.collection(), { a: { n: 1, m: 1 }, b: { n: Number.NaN, m: Infinity } });
    expect((await things.aggregate({ s: sum("n") }).get()).data()).toEqual({ s: Number.NaN });
    expect((await things.aggregate({ s: sum("m") }).get()).data()).toEqual({ s: Infinity });
  });

  it("goes on as a double when integers overflow", async () => {
    const things = await fill(world.collection(), { a: { n: 2n ** 63n - 1n }, b: { n: 1 } });
    expect((await things.aggregate({ s: sum("n") }).get()).data()).toEqual({ s: 2 ** 63 });
  });

  it("adds integers exactly", async () => {
    const db = world.client({ useBigInt: true });
    const path = (await fill(world.collection(), { a: { n: 2n ** 60n }, b: { n: 1n } })).path;
    expect(
      (
        await db
          .collection(path)
          .aggregate({ s: sum("n") })
          .get()
      ).data(),
    ).toEqual({ s: 2n ** 60n + 1n });
  });

  it("runs over groups and choices", async () => {
    const group = world.group();
    await fill(world.db.collection(`${group}p/a/${group}`), { a: { n: 1 }, b: { n: 2 } });
    await fill(world.db.collection(`${group}p/b/${group}`), { a: { n: 3 } });
    const query = world.db.collectionGroup(group);
    expect((await query.aggregate(three).get()).data()).toEqual({ c: 3, s: 6, a: 2 });
    expect((await query.where("n", "in", [1, 3, 5]).count().get()).data().count).toBe(2);
  });
});
