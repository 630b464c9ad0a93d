import { expect, it } from "vitest";
import type { CommittedChanges } from "@/embedded-firestore/storage/storage";
import { database, fieldsOf, integer, named, ownFolder, ownStore, text } from "./own-store";

it("keeps documents and their times across a restart", async () => {
  const dir = ownFolder();
  const store = ownStore({ dir });
  const first = await store.commit(database, (writer) => {
    writer.put(named("a/1"), fieldsOf({ n: integer(1) }));
    return writer.commitTime;
  });
  const second = await store.commit(database, (writer) => {
    writer.put(named("a/1"), fieldsOf({ n: integer(2) }));
    return writer.commitTime;
  });
  store.close();
  const document = ownStore({ dir }).latest.get(named("a/1"));
  expect(document?.fields()).toEqual(fieldsOf({ n: integer(2) }));
  expect([document?.createdAt, document?.updatedAt]).toEqual([first, second]);
});

it("gives a document that was deleted and stored again a new creation time", async () => {
  const store = ownStore();
  await store.commit(database, (writer) => writer.put(named("a/1"), fieldsOf({})));
  const again = await store.commit(database, (writer) => {
    writer.delete(named("a/1"));
    expect(writer.get(named("a/1"))).toBeNull();
    writer.put(named("a/1"), fieldsOf({}));
    return writer.commitTime;
  });
  expect(store.latest.get(named("a/1"))?.createdAt).toBe(again);
});

it("sets projects and databases apart", async () => {
  const store = ownStore();
  const other = "projects/demo-storage/databases/other";
  await store.commit(database, (writer) => writer.put(named("a/1"), fieldsOf({ n: integer(1) })));
  await store.commit(other, (writer) => writer.put(named("a/1", other), fieldsOf({ n: integer(2) })));
  expect(store.latest.get(named("a/1"))?.fields().get("n")).toEqual(integer(1));
  expect(store.latest.get(named("a/1", other))?.fields().get("n")).toEqual(integer(2));
  const told: CommittedChanges[] = [];
  store.onCommit((changes) => told.push(changes));
  await store.clear(database);
  expect(told).toMatchObject([{ database, changes: [{ name: named("a/1"), after: null }] }]);
  expect(told[0]?.changes[0]?.before?.fields().get("n")).toEqual(integer(1));
  expect(store.latest.get(named("a/1"))).toBeNull();
  expect(store.latest.get(named("a/1", other))).not.toBeNull();
});

it("lists collections below a document, also one that is missing", async () => {
  const store = ownStore();
  await store.commit(database, (writer) => {
    for (const path of ["z/1", "a/1", "a/missing/c/1", "a/missing/b/missing/d/1", "a-b/1"]) {
      writer.put(named(path), fieldsOf({}));
    }
  });
  const { latest } = store;
  expect(latest.collectionIds(database, "")).toEqual(["a", "a-b", "z"]);
  expect(latest.collectionIds(database, "a/missing")).toEqual(["b", "c"]);
  expect(latest.collectionIds(database, "a/missing/b/missing")).toEqual(["d"]);
  expect(latest.collectionIds(database, "a/1")).toEqual([]);
  expect(latest.collectionIds(database, "nothing/there")).toEqual([]);
  expect(latest.collectionIds("projects/demo-storage/databases/none", "")).toEqual([]);
});

it("lists ids of documents and of missing ones with descendants, each once and in order", async () => {
  const store = ownStore();
  await store.commit(database, (writer) => {
    for (const path of ["a/b", "a/é", "a/__id10__", "a/__id9__", "a/c/x/1", "a/b/x/1", "a/b/y/1", "a/a b"]) {
      writer.put(named(path), fieldsOf({}));
    }
  });
  const ids = ["__id9__", "__id10__", "a b", "b", "c", "é"];
  expect(store.latest.documentIds(database, "a", null, 100)).toEqual(ids);
  expect(store.latest.documentIds(database, "a", "__id10__", 3)).toEqual(["a b", "b", "c"]);
  expect(store.latest.documentIds(database, "a", "é", 3)).toEqual([]);
  expect(store.latest.documentIds(database, "nothing", null, 3)).toEqual([]);
});

it("forgets collections that hold nothing any more, upwards too", async () => {
  const store = ownStore();
  await store.commit(database, (writer) => writer.put(named("a/1/b/2/c/3"), fieldsOf({})));
  await store.commit(database, (writer) => writer.put(named("a/9"), fieldsOf({})));
  await store.commit(database, (writer) => writer.delete(named("a/1/b/2/c/3")));
  expect(store.latest.documentIds(database, "a", null, 10)).toEqual(["9"]);
  expect(store.stats().databases[0]?.collections).toEqual([
    { path: "a", collections: 1, documents: 1, bytes: 0 },
  ]);
  await store.commit(database, (writer) => writer.delete(named("a/9")));
  expect(store.latest.collectionIds(database, "")).toEqual([]);
  await store.commit(database, (writer) => writer.put(named("a/1/b/2/c/3"), fieldsOf({ t: text("x") })));
  expect(store.latest.collectionIds(database, "a/1/b/2")).toEqual(["c"]);
});

it("keeps ids with any character", async () => {
  const dir = ownFolder();
  const store = ownStore({ dir });
  const ids = ["\u0000", "\u0001\u0000b", "%", "😀", "a\nb"];
  await store.commit(database, (writer) => {
    for (const id of ids) writer.put(named(`a/${id}`), fieldsOf({ id: text(id) }));
  });
  store.close();
  const { latest } = ownStore({ dir });
  for (const id of ids)
    expect(
      latest
        .get(named(`a/${id}`))
        ?.fields()
        .get("id"),
    ).toEqual(text(id));
  expect(new Set(latest.documentIds(database, "a", null, 10))).toEqual(new Set(ids));
});
