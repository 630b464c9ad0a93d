import { describe, expect, it } from "vitest";
import { fill, ids, upTo } from "./support/read";
import { useEngine } from "./support/world";

const world = useEngine();

describe("listing", () => {
  it("names documents that are missing but have some below them", async () => {
    const things = await fill(world.collection(), { real: { a: 1 } });
    await things.doc("ghost").collection("sub").doc("x").set({ a: 1 });
    await things.doc("far").collection("sub").doc("x").collection("deep").doc("y").set({ a: 1 });
    const listed = await things.listDocuments();
    expect(listed.map((one) => one.id)).toEqual(["far", "ghost", "real"]);
    expect(ids(await things.get())).toEqual(["real"]);
    expect((await things.doc("far").collection("sub").listDocuments()).map((one) => one.id)).toEqual(["x"]);
  });

  it("goes on page after page", async () => {
    const things = world.collection();
    await fill(things, Object.fromEntries(upTo(500).map((i) => [`d${i}`, {}])));
    await fill(things, Object.fromEntries(upTo(200).map((i) => [`e${i}`, {}])));
    expect(await things.listDocuments()).toHaveLength(700);
  });

  it("names the collections of a document and of the root", async () => {
    const things = world.collection();
    await things.doc("a").collection("s2").doc("x").set({ a: 1 });
    await things.doc("a").collection("s1").doc("x").collection("deep").doc("y").set({ a: 1 });
    expect((await things.doc("a").listCollections()).map((one) => one.id)).toEqual(["s1", "s2"]);
    expect((await world.db.listCollections()).map((one) => one.id)).toContain(things.id);
    expect(await things.doc("b").listCollections()).toEqual([]);
  });

  it("forgets a collection that is empty again", async () => {
    const things = await fill(world.collection(), { a: {} });
    await things.doc("a").delete();
    expect((await world.db.listCollections()).map((one) => one.id)).not.toContain(things.id);
    expect(await things.listDocuments()).toEqual([]);
  });
});

describe("getAll", () => {
  it("keeps the order asked for, with what is missing", async () => {
    const things = await fill(world.collection(), { a: { x: 1, y: 2 }, b: { x: 3, y: 4 } });
    const found = await world.db.getAll(...["b", "missing", "a", "b"].map((id) => things.doc(id)));
    expect(found.map((one) => [one.id, one.exists])).toEqual([
      ...[
        ["b", true],
        ["missing", false],
        ["a", true],
        ["b", true],
      ],
    ]);
  });

  it("gives only the fields asked for", async () => {
    const things = await fill(world.collection(), { a: { x: 1, y: { z: 2, q: 3 } } });
    const [found] = await world.db.getAll(things.doc("a"), { fieldMask: ["x", "y.z", "none"] });
    expect(found?.data()).toEqual({ x: 1, y: { z: 2 } });
  });
});

describe("what is below a document", () => {
  it("stays when the document goes", async () => {
    const message = world
      .collection()
      .doc("w")
      .collection("conversations")
      .doc("c")
      .collection("messages")
      .doc("m");
    await message.set({ text: "hi" });
    const root = message.parent.parent?.parent.parent;
    await root?.set({ a: 1 });
    await root?.delete();
    expect((await message.get()).get("text")).toBe("hi");
  });

  it("goes with recursiveDelete, and nothing beside it", async () => {
    const things = world.collection();
    const batch = world.db.batch();
    batch.set(things.doc("a"), { x: 1 });
    for (const i of upTo(30)) {
      batch.set(things.doc("a").collection("s").doc(`d${i}`), { i });
      batch.set(things.doc("a").collection("s").doc(`d${i}`).collection("t").doc("q"), { i });
    }
    for (const id of ["ab", "a-", "a0"]) batch.set(things.doc(id), { kept: 1 });
    batch.set(things.doc("ab").collection("s").doc("k"), { kept: 1 });
    await batch.commit();
    await world.db.recursiveDelete(things.doc("a"));
    expect((await things.listDocuments()).map((one) => one.id)).toEqual(["a-", "a0", "ab"]);
    expect((await things.doc("a").collection("s").get()).size).toBe(0);
    expect((await things.doc("a").collection("s").doc("d3").collection("t").get()).size).toBe(0);
    expect((await things.doc("ab").collection("s").get()).size).toBe(1);
  });
});
