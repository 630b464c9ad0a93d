import { expect, it } from "vitest";
import { database, fieldsOf, integer, named, ownStore, scanned, shape } from "./own-store";

const number = (n: number) => fieldsOf({ n: integer(n) });

it("goes on seeing one state", async () => {
  const store = ownStore();
  await store.commit(database, (writer) => {
    writer.put(named("a/1"), number(1));
    writer.put(named("a/gone/b/1"), number(1));
  });
  const snapshot = store.openSnapshot();
  const seenAt = store.latest.readTime();
  await store.commit(database, (writer) => {
    writer.put(named("a/1"), number(2));
    writer.put(named("a/2"), number(2));
    writer.delete(named("a/gone/b/1"));
  });
  expect(snapshot.readTime()).toBe(seenAt);
  expect(snapshot.get(named("a/1"))?.fields()).toEqual(number(1));
  expect(snapshot.get(named("a/2"))).toBeNull();
  expect(snapshot.get(named("a/gone/b/1"))).not.toBeNull();
  expect(snapshot.documentIds(database, "a", null, 10)).toEqual(["1", "gone"]);
  expect(scanned(snapshot, shape("a"), "a")).toEqual(["a/1"]);
  expect(store.latest.documentIds(database, "a", null, 10)).toEqual(["1", "2"]);
  snapshot.close();
});

it("answers by an index that did not exist when it was opened", async () => {
  const store = ownStore();
  await store.commit(database, (writer) => {
    for (let n = 0; n < 5; n++) writer.put(named(`a/${n}`), number(9 - n));
  });
  const untouched = store.openSnapshot();
  expect(scanned(untouched, shape("a", "n asc"), "a")).toEqual(["a/4", "a/3", "a/2", "a/1", "a/0"]);
  const older = store.openSnapshot();
  await store.commit(database, (writer) => writer.delete(named("a/4")));
  expect(scanned(older, shape("a", "n desc"), "a")).toEqual(["a/0", "a/1", "a/2", "a/3", "a/4"]);
  expect(scanned(older, shape("a", "n desc"), "a", true)).toEqual(["a/4", "a/3", "a/2", "a/1", "a/0"]);
  expect(scanned(store.latest, shape("a", "n desc"), "a")).toEqual(["a/0", "a/1", "a/2", "a/3"]);
  untouched.close();
  older.close();
});

it("does not mix versions of documents that were deleted and made anew", async () => {
  const store = ownStore();
  await store.commit(database, (writer) => writer.put(named("a/1"), number(1)));
  const snapshot = store.openSnapshot();
  await store.commit(database, (writer) => writer.delete(named("a/1")));
  await store.commit(database, (writer) => writer.put(named("a/1"), number(2)));
  await store.commit(database, (writer) => writer.put(named("a/other"), number(3)));
  expect(snapshot.get(named("a/1"))?.fields()).toEqual(number(1));
  expect(
    [...snapshot.scan({ database, collection: "a", shape: shape("a") }, { from: null, to: null }, false)].map(
      (row) => row.document().fields(),
    ),
  ).toEqual([number(1)]);
  snapshot.close();
});

it("opens hundreds at once and takes their places again", async () => {
  const store = ownStore();
  for (let round = 0; round < 2; round++) {
    const open = [];
    for (let n = 0; n < 300; n++) {
      await store.commit(database, (writer) => writer.put(named("a/1"), number(n)));
      open.push(store.openSnapshot());
    }
    expect(open[7]?.get(named("a/1"))?.fields()).toEqual(number(7));
    for (const snapshot of open) snapshot.close();
  }
});

it("refuses one too many", async () => {
  const store = ownStore();
  const openAll = async () => {
    for (let n = 0; n < 500; n++) {
      await store.commit(database, (writer) => writer.put(named("a/1"), number(n)));
      store.openSnapshot();
    }
  };
  await expect(openAll()).rejects.toMatchObject({ code: 8 });
});

it("closes twice without harm", () => {
  const store = ownStore();
  const [one, other] = [store.openSnapshot(), store.openSnapshot()];
  one.close();
  one.close();
  expect(other.get(named("a/1"))).toBeNull();
  other.close();
});
