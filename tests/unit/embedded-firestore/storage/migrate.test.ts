import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, it } from "vitest";
import { Connection } from "@/embedded-firestore/storage/connection";
import { dataFile } from "@/embedded-firestore/storage/data-file";
import { migrate } from "@/embedded-firestore/storage/migrate";
import { migrations } from "@/embedded-firestore/storage/schema";
import { database, fieldsOf, integer, named, ownFolder, ownStore, scanned, shape } from "./own-store";

const byNumber = shape("a", "n asc");

/** A store as version 1 left it: with two documents and an index, used 7 times. */
async function folderOfVersion1(): Promise<string> {
  const dir = ownFolder();
  const store = ownStore({ dir });
  await store.commit(database, (writer) => {
    writer.put(named("a/1"), fieldsOf({ n: integer(2) }));
    writer.put(named("a/2"), fieldsOf({ n: integer(1) }));
  });
  store.requireIndex(database, byNumber);
  store.close();
  const file = new DatabaseSync(join(dir, dataFile));
  file.exec("ALTER TABLE shapes DROP COLUMN used_at; ALTER TABLE queries DROP COLUMN used_at");
  file.exec("UPDATE shapes SET uses = 7; PRAGMA user_version = 1");
  file.close();
  return dir;
}

it("brings a file of version 1 to the newest and loses nothing", async () => {
  const dir = await folderOfVersion1();
  const store = ownStore({ dir });
  expect(store.stats().schemaVersion).toBe(migrations.length);
  expect(store.stats().databases[0]?.indexes).toMatchObject([{ shape: byNumber, uses: 7, usedAt: null }]);
  expect(scanned(store.latest, byNumber, "a")).toEqual(["a/2", "a/1"]);
  store.close();
  const [index] = ownStore({ dir }).stats().databases[0]?.indexes ?? [];
  expect(index?.uses).toBe(8);
  expect(index?.usedAt).toBeGreaterThan(0);
});

it("makes the same schema step by step as at once", () => {
  const schemaOf = (steps: number[]) => {
    const connection = new Connection(join(ownFolder(), dataFile), { isReadOnly: false, cacheKiB: 1024 });
    for (const step of steps) migrate(connection, "file", migrations.slice(0, step));
    const schema = connection.all("SELECT name, sql FROM sqlite_schema ORDER BY name");
    connection.close();
    return schema;
  };
  expect(schemaOf(migrations.map((_, at) => at + 1))).toEqual(schemaOf([migrations.length]));
});

it("leaves a file as it was when a step fails", () => {
  const connection = new Connection(join(ownFolder(), dataFile), { isReadOnly: false, cacheKiB: 1024 });
  migrate(connection, "file", migrations);
  const failing = [...migrations, "CREATE TABLE extra (a)", "this is no SQL"];
  expect(() => migrate(connection, "file", failing)).toThrow();
  expect(connection.get("PRAGMA user_version")).toEqual([migrations.length]);
  expect(connection.get("SELECT 1 FROM sqlite_schema WHERE name = 'extra'")).toBeUndefined();
  connection.close();
});
