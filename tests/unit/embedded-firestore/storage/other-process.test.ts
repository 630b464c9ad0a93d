import { readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { backUp } from "@/embedded-firestore/storage/backup-file";
import { dataFile } from "@/embedded-firestore/storage/data-file";
import { openStorage } from "@/embedded-firestore/storage/open-storage";
import { readStats } from "@/embedded-firestore/storage/read-stats";
import { startScript } from "./child-process";
import { database, fieldsOf, integer, named, ownFolder, ownStore, shape } from "./own-store";

const writesForEver = `
for (let n = 1; ; n++) {
  await Promise.all([put("a/" + n, n), put("b/" + n, n)]);
  say(String(n));
}`;

const open = (dir: string) => openStorage({ dir, synchronous: "normal" });

it("refuses a folder that another process uses, until that one is killed", { timeout: 30_000 }, async () => {
  const dir = ownFolder();
  const other = startScript(dir, writesForEver);
  await other.saidAtLeast(1);
  expect(() => open(dir)).toThrow(/^The folder .* is in use by another store\./);
  await other.kill();
  ownStore({ dir });
});

it("refuses a second store in the same process, and lets the first one work on", async () => {
  const dir = ownFolder();
  const store = ownStore({ dir });
  expect(() => open(dir)).toThrow("in use");
  await store.commit(database, (writer) => writer.put(named("a/1"), fieldsOf({})));
  expect(() => open(dir)).toThrow("in use");
  store.close();
  expect(ownStore({ dir }).latest.get(named("a/1"))).not.toBeNull();
});

it("has every acknowledged commit after kill -9", { timeout: 60_000 }, async () => {
  const dir = ownFolder();
  let last = 0;
  for (let round = 0; round < 3; round++) {
    const script = startScript(dir, writesForEver);
    await script.saidAtLeast(50);
    await script.kill();
    last = Math.max(last, Number(script.lines().at(-1)));
    const store = ownStore({ dir });
    for (let n = 1; n <= last; n++) {
      expect(
        store.latest
          .get(named(`a/${n}`))
          ?.fields()
          .get("n"),
      ).toEqual(integer(n));
      expect(store.latest.get(named(`b/${n}`))).not.toBeNull();
    }
    store.close();
  }
});

it("is read and backed up while another process writes", { timeout: 60_000 }, async () => {
  const dir = ownFolder();
  const other = startScript(dir, writesForEver);
  await other.saidAtLeast(100);
  const documentsOf = (folder: string) =>
    (readStats(folder).databases[0]?.collections ?? []).map(({ path, documents }) => ({ path, documents }));
  const seen = documentsOf(dir);
  expect(seen[0]?.documents).toBeGreaterThanOrEqual(100);
  const copies = ownFolder();
  await backUp(dir, join(copies, dataFile));
  expect(readdirSync(copies)).toEqual([dataFile]);
  const said = other.lines().length;
  await other.saidAtLeast(said + 50);
  await other.kill();
  const copied = documentsOf(copies);
  expect(copied.map(({ path }) => path)).toEqual(["a", "b"]);
  expect(copied[0]?.documents).toBeGreaterThanOrEqual(seen[0]?.documents ?? 0);
  const restored = ownStore({ dir: copies });
  expect(restored.latest.get(named("a/100"))?.fields().get("n")).toEqual(integer(100));
});

it("is read and backed up when nothing runs, also after a crash", { timeout: 30_000 }, async () => {
  const dir = ownFolder();
  const other = startScript(dir, writesForEver);
  await other.saidAtLeast(20);
  await other.kill();
  expect(readStats(dir).databases[0]?.collections[0]?.documents).toBeGreaterThanOrEqual(20);
  const copies = ownFolder();
  await backUp(dir, join(copies, dataFile));
  const store = ownStore({ dir: copies });
  store.requireIndex(database, shape("a", "n asc"));
  expect(store.stats().databases[0]?.indexes[0]?.rows).toBeGreaterThanOrEqual(20);
  store.close();
  expect(readStats(copies)).toMatchObject({ databases: [{ name: database }] });
});

it("says so when there is no store", async () => {
  const dir = ownFolder();
  expect(() => readStats(dir)).toThrow("There is no store in");
  await expect(backUp(dir, join(dir, "copy"))).rejects.toThrow("There is no store in");
});
