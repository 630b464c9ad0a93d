import { statSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { dataFile } from "@/embedded-firestore/storage/data-file";
import {
  database,
  everything,
  fieldsOf,
  integer,
  named,
  ownFolder,
  ownStore,
  scanned,
  shape,
  text,
} from "./own-store";

const large = fieldsOf({ n: integer(1), t: text("x".repeat(100_000)) });
const KiB = 1024;

it("refuses commits on a full disk, keeps what was there, and works again when there is space", async () => {
  const dir = ownFolder();
  const maxBytes = 1024 * KiB;
  let store = ownStore({ dir, maxBytes });
  const byNumber = shape("a", "n asc");
  await store.commit(database, (writer) => writer.put(named("a/kept"), large));
  expect(scanned(store.latest, byNumber, "a")).toEqual(["a/kept"]);
  const tooMuch = [0, 1].map((half) =>
    store.commit(database, (writer) => {
      for (let n = 0; n < 20; n++) writer.put(named(`a/${half}${n}`), large);
      writer.put(named("b/1/c/1"), large);
      writer.delete(named("a/kept"));
    }),
  );
  for (const commit of tooMuch) await expect(commit).rejects.toMatchObject({ code: 8 });
  expect(store.latest.get(named("a/kept"))?.fields()).toEqual(large);
  expect(scanned(store.latest, byNumber, "a")).toEqual(["a/kept"]);
  expect(store.latest.collectionIds(database, "")).toEqual(["a"]);
  await store.commit(database, (writer) => writer.put(named("a/small"), fieldsOf({ n: integer(2) })));
  store.close();
  store = ownStore({ dir, maxBytes: maxBytes * 10 });
  await store.commit(database, (writer) => {
    for (let n = 0; n < 20; n++) writer.put(named(`a/${n}`), large);
  });
  expect(scanned(store.latest, byNumber, "a")).toHaveLength(22);
});

it("tells RESOURCE_EXHAUSTED when there is no space for an index, and makes it later", async () => {
  const dir = ownFolder();
  let store = ownStore({ dir, maxBytes: 480 * KiB });
  await store.commit(database, (writer) => {
    for (let n = 0; n < 1000; n++) writer.put(named(`a/${n}`), fieldsOf({ t: text("x".repeat(300) + n) }));
  });
  const byText = shape("a", "t asc");
  const scan = () => [...store.latest.scan({ database, collection: "a", shape: byText }, everything, false)];
  expect(scan).toThrow(expect.objectContaining({ code: 8 }));
  expect(store.latest.get(named("a/5"))).not.toBeNull();
  store.close();
  store = ownStore({ dir });
  expect(scan()).toHaveLength(1000);
});

it("keeps the log short while somebody always reads", async () => {
  const dir = ownFolder();
  const store = ownStore({ dir, walLimits: { soft: 256 * KiB, hard: 8192 * KiB } });
  const put = (n: number) =>
    store.commit(database, (writer) =>
      writer.put(named("a/1"), fieldsOf({ n: integer(n), t: text("x".repeat(20_000)) })),
    );
  let reader = store.openSnapshot();
  for (let n = 0; n < 600; n++) {
    await put(n);
    const next = store.openSnapshot();
    reader.close();
    reader = next;
    expect(reader.get(named("a/1"))?.fields().get("n")).toEqual(integer(n));
  }
  expect(statSync(join(dir, `${dataFile}-wal`)).size).toBeLessThan(2048 * KiB);
});

it("ends snapshots of old states when the log has become too long", async () => {
  const dir = ownFolder();
  const store = ownStore({ dir, walLimits: { soft: 256 * KiB, hard: 1024 * KiB } });
  const put = (n: number) =>
    store.commit(database, (writer) =>
      writer.put(named("a/1"), fieldsOf({ n: integer(n), t: text("x".repeat(20_000)) })),
    );
  await put(0);
  const old = store.openSnapshot();
  expect(old.get(named("a/1"))?.fields().get("n")).toEqual(integer(0));
  for (let n = 1; n < 300; n++) await put(n);
  expect(statSync(join(dir, `${dataFile}-wal`)).size).toBeLessThan(2048 * KiB);
  expect(() => old.get(named("a/1"))).toThrow(expect.objectContaining({ code: 10 }));
  old.close();
  const fresh = store.openSnapshot();
  expect(fresh.get(named("a/1"))?.fields().get("n")).toEqual(integer(299));
  fresh.close();
});
