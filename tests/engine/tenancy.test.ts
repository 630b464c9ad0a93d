import { describe, expect, it } from "vitest";
import { fill, ids } from "./support/read";
import { watch } from "./support/watch";
import { useEngine } from "./support/world";

const world = useEngine();

describe("databases", () => {
  it.each([
    ["of another name", { databaseId: "other" }],
    ["of another project", { projectId: "demo-another" }],
  ])("%s are apart", async (_what, settings) => {
    const other = world.client(settings);
    const group = world.group();
    const here = await fill(world.db.collection(group), { a: { n: 1 } });
    await fill(other.collection(group), { a: { n: 2 }, b: { n: 3 } });
    expect((await here.doc("a").get()).get("n")).toBe(1);
    expect((await here.doc("b").get()).exists).toBe(false);
    expect(ids(await here.where("n", ">", 0).get())).toEqual(["a"]);
    expect(ids(await world.db.collectionGroup(group).orderBy("n").get())).toEqual(["a"]);
    expect(ids(await other.collectionGroup(group).orderBy("n").get())).toEqual(["a", "b"]);
    expect((await other.doc(here.doc("a").path).get()).get("n")).toBe(2);
  });

  it("do not hear of each other's writes", async () => {
    const other = world.client({ databaseId: "quiet" });
    const things = world.collection();
    const [here, there] = [watch(things), watch(other.collection(things.id))];
    await here.until((snapshot) => snapshot.empty);
    await there.until((snapshot) => snapshot.empty);
    await things.doc("a").set({ n: 1 });
    await here.until((snapshot) => snapshot.size === 1);
    await other.collection(things.id).doc("b").set({ n: 1 });
    const seen = await there.until((snapshot) => snapshot.size === 1);
    expect(ids(seen)).toEqual(["b"]);
    expect(here.seen.every((snapshot) => !ids(snapshot).includes("b"))).toBe(true);
    here.stop();
    there.stop();
  });
});

describe("two clients", () => {
  it("see each other's writes at once", async () => {
    const [one, two] = [world.client(), world.client()];
    const path = world.collection().path;
    await one.doc(`${path}/a`).set({ n: 1 });
    expect((await two.doc(`${path}/a`).get()).get("n")).toBe(1);
    await two.doc(`${path}/a`).update({ n: 2 });
    expect(ids(await one.collection(path).where("n", "==", 2).get())).toEqual(["a"]);
  });

  it("do not lose each other's transactions", async () => {
    const clients = [world.client(), world.client()];
    const path = world.collection().doc("n").path;
    await world.db.doc(path).set({ n: 0 });
    const add = (db: (typeof clients)[number]) =>
      db.runTransaction(
        async (transaction) => {
          const read = await transaction.get(db.doc(path));
          transaction.update(db.doc(path), { n: read.get("n") + 1 });
        },
        { maxAttempts: 50 },
      );
    await Promise.all([...clients, ...clients, ...clients, ...clients, ...clients].map(add));
    expect((await world.db.doc(path).get()).get("n")).toBe(10);
  });
});
