import { FieldPath, type QueryDocumentSnapshot } from "firebase-admin/firestore";
import { describe, expect, it } from "vitest";
import { datas, fill, ids, upTo } from "./support/read";
import { useEngine } from "./support/world";

const world = useEngine();
const ten = () =>
  fill(world.collection(), Object.fromEntries(upTo(10).map((i) => [`d${i}`, { i, even: i % 2 }])));

describe("a cursor", () => {
  it("starts and ends at values, with them or without", async () => {
    const things = await ten();
    const byNumber = things.orderBy("i");
    expect(ids(await byNumber.startAt(8).get())).toEqual(["d8", "d9"]);
    expect(ids(await byNumber.startAfter(8).get())).toEqual(["d9"]);
    expect(ids(await byNumber.endAt(1).get())).toEqual(["d0", "d1"]);
    expect(ids(await byNumber.endBefore(1).get())).toEqual(["d0"]);
    expect(ids(await byNumber.startAt(4.5).endAt(6.5).get())).toEqual(["d5", "d6"]);
    expect(ids(await byNumber.startAt(6).endAt(4).get())).toEqual([]);
  });

  it("runs backwards with a descending order", async () => {
    const things = await ten();
    expect(ids(await things.orderBy("i", "desc").startAfter(8).endAt(6).get())).toEqual(["d7", "d6"]);
  });

  it("starts and ends at documents", async () => {
    const things = await ten();
    const third = await things.doc("d3").get();
    expect(ids(await things.orderBy("i").startAfter(third).limit(2).get())).toEqual(["d4", "d5"]);
    expect(ids(await things.orderBy("i").startAt(2).endBefore(third).get())).toEqual(["d2"]);
    expect(ids(await things.orderBy("i").endBefore(third).limitToLast(2).get())).toEqual(["d1", "d2"]);
    expect(ids(await things.startAfter(third).limit(1).get())).toEqual(["d4"]);
  });

  it("may name fewer values than there are orders", async () => {
    const things = await ten();
    const query = things.orderBy("even").orderBy("i", "desc");
    expect(ids(await query.startAfter(0).limit(2).get())).toEqual(["d9", "d7"]);
    expect(ids(await query.startAt(0, 4).limit(4).get())).toEqual(["d4", "d2", "d0", "d9"]);
  });

  it("goes with filters and names", async () => {
    const things = await ten();
    const odd = things.where("even", "==", 1).orderBy("i");
    expect(ids(await odd.startAfter(3).limit(2).get())).toEqual(["d5", "d7"]);
    expect(ids(await things.orderBy(FieldPath.documentId()).startAfter("d7").get())).toEqual(["d8", "d9"]);
    expect(ids(await things.where("i", "in", [1, 5, 9]).orderBy("i").startAfter(1).get())).toEqual([
      "d5",
      "d9",
    ]);
  });

  it("goes with values of another kind", async () => {
    const things = await fill(world.collection(), { a: { v: 1 }, b: { v: "text" }, c: { v: true } });
    expect(ids(await things.orderBy("v").startAfter(5).get())).toEqual(["b"]);
    expect(ids(await things.orderBy("v").endBefore(0).get())).toEqual(["c"]);
  });
});

describe("paging", () => {
  it.each(["asc", "desc"] as const)("meets each document once through ties, %s", async (direction) => {
    const things = world.collection();
    const name = (i: number) => `d${String(i).padStart(3, "0")}`;
    await fill(things, Object.fromEntries(upTo(103).map((i) => [name(i), { tie: i % 3 }])));
    const seen: string[] = [];
    let last: QueryDocumentSnapshot | undefined;
    do {
      const page = things.orderBy("tie", direction).limit(10);
      const found = await (last ? page.startAfter(last) : page).get();
      seen.push(...ids(found));
      last = found.docs.at(-1);
    } while (last);
    expect(seen).toHaveLength(103);
    expect(new Set(seen).size).toBe(103);
  });

  it("skips an offset", async () => {
    const things = await ten();
    expect(ids(await things.orderBy("i").offset(7).get())).toEqual(["d7", "d8", "d9"]);
    expect(ids(await things.orderBy("i").offset(2).limit(2).get())).toEqual(["d2", "d3"]);
    expect(ids(await things.orderBy("i").offset(20).get())).toEqual([]);
  });
});

describe("a projection", () => {
  it("gives the fields asked for that are there", async () => {
    const things = await fill(world.collection(), {
      a: { n: 1, s: "x", m: { k: 1, l: 2 } },
      b: { n: 2, s: "x" },
    });
    expect(datas(await things.where("s", "==", "x").select("n", "m.k").get())).toEqual([
      { n: 1, m: { k: 1 } },
      { n: 2 },
    ]);
  });

  it("may ask for no field at all", async () => {
    const things = await ten();
    const found = await things.select().get();
    expect(found.size).toBe(10);
    expect(found.docs[0]?.data()).toEqual({});
    expect(found.docs[0]?.updateTime).toBeDefined();
  });

  it("streams document by document", async () => {
    const things = await ten();
    const seen: string[] = [];
    for await (const document of things.select("i").stream()) {
      seen.push((document as unknown as QueryDocumentSnapshot).id);
    }
    expect(seen).toHaveLength(10);
  });
});
