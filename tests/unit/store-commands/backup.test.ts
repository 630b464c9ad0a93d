import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { makeBackup } from "@/scripts/store/backup/make-backup";
import { restoreBackup } from "@/scripts/store/backup/restore-backup";
import type { DataFolder } from "@/scripts/store/data-folder";
import { hasDocument, newFolder, openStore, writeMedia, writePair } from "./data-folder";

const gentle = { isForced: false };
const forced = { isForced: true };
let folder: DataFolder;
let other: DataFolder;
let out: string;

beforeEach(() => {
  folder = newFolder();
  other = newFolder();
  out = mkdtempSync(join(tmpdir(), "parley-backups-"));
});
afterEach(() => {
  for (const dir of [folder.dir, other.dir, out]) rmSync(dir, { recursive: true, force: true });
});

it("copies the store as it is while it is written to, whole commits only", async () => {
  const storage = openStore(folder);
  const file = join(out, "backup.tar.gz");
  for (let n = 0; n < 50; n++) await writePair(storage, n);
  let isDone = false;
  let written = 50;
  const backingUp = makeBackup(folder, file, gentle).finally(() => {
    isDone = true;
  });
  while (!isDone) await writePair(storage, written++);
  const { counts } = await backingUp;
  storage.close();
  expect(counts.documents % 2, "each commit wrote two").toBe(0);
  expect(counts.documents).toBeGreaterThanOrEqual(100);

  await restoreBackup(file, other, gentle);
  const restored = openStore(other);
  const copied = counts.documents / 2;
  for (let n = 0; n < copied; n++) {
    expect([n, hasDocument(restored, `${n}-a`), hasDocument(restored, `${n}-b`)]).toEqual([n, true, true]);
  }
  expect(hasDocument(restored, `${copied}-a`)).toBe(false);
  restored.close();
});

it("brings the media along, in their folders", async () => {
  openStore(folder).close();
  writeMedia(folder, "a/b/photo.jpg", "a photo");
  writeMedia(folder, "voice.ogg", "a voice");
  const { counts } = await makeBackup(folder, join(out, "backup.tar.gz"), gentle);
  await restoreBackup(join(out, "backup.tar.gz"), other, gentle);
  expect(counts.mediaFiles).toBe(2);
  expect(readFileSync(join(other.media, "a/b/photo.jpg"), "utf8")).toBe("a photo");
  expect(readFileSync(join(other.media, "voice.ogg"), "utf8")).toBe("a voice");
});

it("never replaces a file unasked, leaves nothing beside it, and lets only its owner read it", async () => {
  openStore(folder).close();
  const file = join(out, "backup.tar.gz");
  writeFileSync(file, "something else");
  await expect(makeBackup(folder, file, gentle)).rejects.toThrow(/is there already; --force replaces it/);
  expect(readFileSync(file, "utf8")).toBe("something else");
  await makeBackup(folder, file, forced);
  expect(readdirSync(out)).toEqual(["backup.tar.gz"]);
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

it("leaves nothing behind when the folder has no store", async () => {
  await expect(makeBackup(folder, join(out, "backup.tar.gz"), gentle)).rejects.toThrow(/no store/);
  expect(readdirSync(out)).toEqual([]);
});

it("restores over old data only when forced, and then nothing of the old is left", async () => {
  const storage = openStore(folder);
  await writePair(storage, 1);
  storage.close();
  const file = join(out, "backup.tar.gz");
  await makeBackup(folder, file, gentle);
  const old = openStore(other);
  await writePair(old, 2);
  old.close();
  writeMedia(other, "old.jpg", "old");

  await expect(restoreBackup(file, other, gentle)).rejects.toThrow(/holds data already; --force replaces/);
  await restoreBackup(file, other, forced);
  const restored = openStore(other);
  expect([hasDocument(restored, "1-a"), hasDocument(restored, "2-a")]).toEqual([true, false]);
  restored.close();
  expect(readdirSync(other.dir)).toEqual(["store"]);
});

it("refuses to restore while a store runs on the folder, forced or not", async () => {
  openStore(folder).close();
  const file = join(out, "backup.tar.gz");
  await makeBackup(folder, file, gentle);
  const running = openStore(other);
  await writePair(running, 3);
  await expect(restoreBackup(file, other, forced)).rejects.toThrow(/in use/);
  expect(hasDocument(running, "3-a")).toBe(true);
  running.close();
  expect(readdirSync(other.dir)).toEqual(["store"]);
});
