import { closeSync, openSync, readFileSync, writeFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it, vi } from "vitest";
import { checkFile } from "@/embedded-firestore/storage/check-file";
import { Connection } from "@/embedded-firestore/storage/connection";
import { dataFile } from "@/embedded-firestore/storage/data-file";
import { openStorage } from "@/embedded-firestore/storage/open-storage";
import { database, fieldsOf, named, ownFolder, ownStore, text } from "./own-store";

const open = (dir: string) => openStorage({ dir, synchronous: "normal" });

/** A folder with a store of some hundred pages, closed. */
async function filledFolder(): Promise<string> {
  const dir = ownFolder();
  const store = ownStore({ dir });
  await store.commit(database, (writer) => {
    for (let n = 0; n < 500; n++) writer.put(named(`a/${n}`), fieldsOf({ t: text("x".repeat(2000)) }));
  });
  store.close();
  return dir;
}

/** Writes rubbish over 64 pages in the middle. */
function damage(file: string): void {
  const handle = openSync(file, "r+");
  for (let page = 20; page < 84; page++) writeSync(handle, Buffer.alloc(4096, 0xa5), 0, 4096, page * 4096);
  closeSync(handle);
}

it("refuses a damaged file and says what to do", async () => {
  const dir = await filledFolder();
  damage(join(dir, dataFile));
  expect(() => open(dir)).toThrow(/firestore\.db is damaged\. Keep a copy .* newest backup/);
  expect(() => open(dir)).toThrow("is damaged");
});

it("refuses a file that is no database", () => {
  const dir = ownFolder();
  writeFileSync(join(dir, dataFile), "this is no database at all, only some text".repeat(500));
  expect(() => open(dir)).toThrow("is damaged");
});

it("refuses a file that was cut", async () => {
  const dir = await filledFolder();
  const file = join(dir, dataFile);
  writeFileSync(file, readFileSync(file).subarray(0, 200_000));
  expect(() => open(dir)).toThrow("is damaged");
});

it("checks a large file after the start and tells of damage then", async () => {
  const dir = await filledFolder();
  const file = join(dir, dataFile);
  const connection = new Connection(file, { isReadOnly: true, cacheKiB: 1024 });
  const whole = vi.fn();
  checkFile(connection, file, whole, 0);
  damage(file);
  const onDamage = vi.fn();
  checkFile(connection, file, onDamage, 0);
  await vi.waitFor(
    () => expect(onDamage).toHaveBeenCalledWith(expect.stringContaining("is damaged")),
    10_000,
  );
  connection.close();
});

it("refuses a database of another program", () => {
  const dir = ownFolder();
  const other = new DatabaseSync(join(dir, dataFile));
  other.exec("CREATE TABLE t (a)");
  other.close();
  expect(() => open(dir)).toThrow("another program");
});

it("refuses what a newer version wrote, and leaves it as it is", async () => {
  const dir = await filledFolder();
  const file = new DatabaseSync(join(dir, dataFile));
  file.exec("PRAGMA user_version = 99");
  file.close();
  expect(() => open(dir)).toThrow(/newer version .* \(schema 99/);
  const again = new DatabaseSync(join(dir, dataFile));
  again.exec("PRAGMA user_version = 2");
  again.close();
  expect(ownStore({ dir }).latest.get(named("a/7"))).not.toBeNull();
});

it("refuses a folder that is a file", () => {
  const dir = ownFolder();
  writeFileSync(join(dir, "file"), "");
  expect(() => open(join(dir, "file"))).toThrow();
});
