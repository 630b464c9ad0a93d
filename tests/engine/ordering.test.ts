import { FieldPath, GeoPoint, Timestamp } from "firebase-admin/firestore";
import { describe, expect, it } from "vitest";
import { datas, fill, ids, upTo } from "./support/read";
import { isOfficial, useEngine } from "./support/world";

const world = useEngine();

describe("orderBy", () => {
  const ranked = () =>
    fill(world.collection(), {
      b: { p: 1, t: 5 },
      a: { p: 1, t: 5 },
      c: { p: 2, t: 1 },
      d: { p: 0, t: 9 },
      none: { p: 3 },
    });

  it("orders by several fields, and by name where they are the same", async () => {
    const things = await ranked();
    expect(ids(await things.orderBy("p").orderBy("t").get())).toEqual(["d", "a", "b", "c"]);
    expect(ids(await things.orderBy("p").orderBy("t", "desc").get())).toEqual(["d", "b", "a", "c"]);
    expect(ids(await things.orderBy("p", "desc").orderBy("t").get())).toEqual(["c", "a", "b", "d"]);
    expect(ids(await things.orderBy("p", "desc").orderBy("t", "desc").limit(3).get())).toEqual([
      ...["c", "b", "a"],
    ]);
  });

  it("leaves out documents without the field", async () => {
    const things = await ranked();
    expect(ids(await things.orderBy("t").get())).toEqual(["c", "a", "b", "d"]);
    expect(ids(await things.where("p", ">", 0).orderBy("p").orderBy("t").get())).toEqual(["a", "b", "c"]);
  });

  it("goes with an equality on another field", async () => {
    const things = await ranked();
    expect(ids(await things.where("p", "==", 1).orderBy("t", "desc").limit(1).get())).toEqual(["b"]);
  });

  it("goes by name, forwards", async () => {
    const things = await ranked();
    const byName = things.orderBy(FieldPath.documentId());
    expect(ids(await byName.limit(2).get())).toEqual(["a", "b"]);
    expect(ids(await byName.startAfter("b").limit(2).get())).toEqual(["c", "d"]);
  });

  // The emulator refuses to scan keys backwards; production does not, given an index.
  it.skipIf(isOfficial)("goes by name, backwards", async () => {
    const things = await ranked();
    const byName = things.orderBy(FieldPath.documentId(), "desc");
    expect(ids(await byName.limit(2).get())).toEqual(["none", "d"]);
  });

  it("takes the last of an order", async () => {
    const things = await ranked();
    expect(ids(await things.orderBy("p").limitToLast(2).get())).toEqual(["c", "none"]);
  });

  it("orders by a field of a map", async () => {
    const things = await fill(world.collection(), { a: { m: { n: 2 } }, b: { m: { n: 1 } }, c: { m: 5 } });
    expect(ids(await things.orderBy("m.n").get())).toEqual(["b", "a"]);
  });
});

describe("the order of values", () => {
  it("goes kind by kind", async () => {
    const things = world.collection();
    const values = [
      ...[null, false, true, Number.NaN, Number.NEGATIVE_INFINITY, -1, 0.5, 1, Number.POSITIVE_INFINITY],
      ...[Timestamp.fromMillis(5), Timestamp.fromMillis(6), "", "A", "a", Buffer.from([]), Buffer.from([1])],
      ...[world.db.doc("k/a"), world.db.doc("k/a/l/b"), world.db.doc("k/b")],
      ...[new GeoPoint(-1, 2), new GeoPoint(1, 2), new GeoPoint(1, 3)],
      ...[[], [1], [1, 2], [2], [[]].map(() => "x")],
      ...[{}, { a: 1 }, { a: 1, b: 0 }, { a: 2 }, { b: 0 }],
    ];
    const documents = Object.fromEntries(
      values.map((value, index) => [`z${String(values.length - index).padStart(2, "0")}`, { value, index }]),
    );
    await fill(things, documents);
    const ascending = datas(await things.orderBy("value").get()).map((data) => data.index);
    expect(ascending).toEqual(upTo(values.length));
    const descending = datas(await things.orderBy("value", "desc").get()).map((data) => data.index);
    expect(descending).toEqual(upTo(values.length).reverse());
  });

  it("puts integers and doubles on one line, exactly", async () => {
    const things = world.collection();
    const max = 9007199254740992n;
    const values = [
      ...[-(2n ** 63n), -max - 1n, -1.5, -1n, 0n, 0.1, 1n, 1.5, 2n, 9007199254740991n, max + 1n, 1e18],
      ...[2n ** 63n - 1n, 1e19, Number.MAX_VALUE],
    ];
    await fill(
      things,
      Object.fromEntries(values.map((value, index) => [`d${99 - index}`, { value, index }])),
    );
    const found = datas(await things.orderBy("value").get()).map((data) => data.index);
    expect(found).toEqual(upTo(values.length));
    expect(ids(await things.where("value", ">", 9007199254740991).where("value", "<", 1e18).get())).toEqual([
      "d89",
    ]);
  });

  it("puts strings in the order of their UTF-8 bytes", async () => {
    const things = await fill(world.collection(), {
      a: { s: "😀" },
      b: { s: "\uff61" },
      c: { s: "z" },
      d: { s: "z\u0000" },
      e: { s: "za" },
      f: { s: "é" },
    });
    expect(ids(await things.orderBy("s").get())).toEqual(["c", "d", "e", "f", "b", "a"]);
  });

  it("puts ids in the order of their UTF-8 bytes", async () => {
    const names = ["-", "0", "10", "9", "A", "_", "a", "é", "\uff61", "😀"];
    const things = await fill(world.collection(), Object.fromEntries(names.map((name) => [name, {}])));
    expect(ids(await things.get())).toEqual(names);
  });
});
