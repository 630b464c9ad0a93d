import { FieldPath } from "firebase-admin/firestore";
import { describe, expect, it } from "vitest";
import { ids, upTo } from "./support/read";
import { isOfficial, useEngine } from "./support/world";

const world = useEngine();

/** Three documents under each of two parents, one at the root, one in a collection with a longer name. */
async function scattered(group: string) {
  const things = world.collection();
  const batch = world.db.batch();
  for (const parent of ["p1", "p2"])
    for (const i of upTo(3)) {
      batch.set(things.doc(parent).collection(group).doc(`${parent}-${i}`), { i, kind: i === 1 ? "x" : "y" });
    }
  batch.set(things.doc("p1").collection(`${group}er`).doc("other"), { i: 1, kind: "x" });
  batch.set(world.db.collection(group).doc("root"), { i: 7, kind: "x" });
  await batch.commit();
  return things;
}

describe("a collection group", () => {
  it("takes in every collection of that id and no other", async () => {
    const group = world.group();
    await scattered(group);
    const query = world.db.collectionGroup(group);
    expect(ids(await query.where("kind", "==", "x").get()).sort()).toEqual(["p1-1", "p2-1", "root"]);
    expect((await query.count().get()).data().count).toBe(7);
  });

  it("orders over all of them, by full path where values are the same", async () => {
    const group = world.group();
    const things = await scattered(group);
    const query = world.db.collectionGroup(group);
    expect(ids(await query.orderBy("i", "desc").limit(3).get())).toEqual(["root", "p2-2", "p1-2"]);
    const paths = (await query.get()).docs.map((document) => document.ref.path);
    expect(paths).toEqual([...paths].sort());
    expect(paths).toContain(things.doc("p1").collection(group).doc("p1-0").path);
  });

  it("filters and pages by full path", async () => {
    const group = world.group();
    const things = await scattered(group);
    const byName = world.db.collectionGroup(group).orderBy(FieldPath.documentId());
    const all = ids(await byName.get());
    const first = await byName.limit(3).get();
    const last = first.docs.at(-1);
    const rest = await byName.startAfter(last).get();
    expect([...ids(first), ...ids(rest)]).toEqual(all);
    const from = things.doc("p2").collection(group).doc("p2-1");
    const found = await world.db.collectionGroup(group).where(FieldPath.documentId(), ">=", from).get();
    expect(ids(found).slice(0, 2)).toEqual(["p2-1", "p2-2"]);
  });

  it("is not mixed up with a collection of the same id", async () => {
    const things = world.collection();
    await things.doc("a").set({ n: 1 });
    await things.doc("a").collection(things.id).doc("deep").set({ n: 1 });
    expect(ids(await things.get())).toEqual(["a"]);
    expect(ids(await things.where("n", "==", 1).get())).toEqual(["a"]);
    expect(ids(await things.doc("a").collection(things.id).orderBy("n").get())).toEqual(["deep"]);
    expect((await world.db.collectionGroup(things.id).where("n", "==", 1).get()).size).toBe(2);
  });
});

// The emulator does not know PartitionQuery.
describe.skipIf(isOfficial)("partitions", () => {
  it.each([1, 4, 50])("cut a group into at most %i parts that hold each document once", async (wanted) => {
    const group = world.group();
    const batch = world.db.batch();
    for (const i of upTo(300)) batch.set(world.db.collection(group).doc(`d${i}`), { i });
    await batch.commit();
    const seen: string[] = [];
    let parts = 0;
    for await (const part of world.db.collectionGroup(group).getPartitions(wanted)) {
      parts += 1;
      seen.push(...ids(await part.toQuery().get()));
    }
    expect(parts).toBeLessThanOrEqual(wanted);
    expect(parts).toBeGreaterThanOrEqual(1);
    expect(seen).toHaveLength(300);
    expect(new Set(seen).size).toBe(300);
  });

  it("are one when there is nothing", async () => {
    let parts = 0;
    for await (const part of world.db.collectionGroup(world.group()).getPartitions(5)) {
      parts += 1;
      expect((await part.toQuery().get()).empty).toBe(true);
    }
    expect(parts).toBe(1);
  });
});
