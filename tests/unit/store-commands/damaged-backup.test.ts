import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { create, extract } from "tar";
import { afterAll, beforeAll, expect, it } from "vitest";
import { filesBelow } from "@/scripts/store/backup/describe-part";
import { makeBackup } from "@/scripts/store/backup/make-backup";
import type { Manifest } from "@/scripts/store/backup/manifest";
import { restoreBackup } from "@/scripts/store/backup/restore-backup";
import type { DataFolder } from "@/scripts/store/data-folder";
import { newFolder, openStore, writeMedia, writePair } from "./data-folder";

let folder: DataFolder;
let out: string;
let whole: string;
let before: Map<string, string>;

beforeAll(async () => {
  folder = newFolder();
  out = mkdtempSync(join(tmpdir(), "parley-damaged-"));
  whole = join(out, "whole.tar.gz");
  const storage = openStore(folder);
  for (let n = 0; n < 20; n++) await writePair(storage, n);
  storage.close();
  writeMedia(folder, "photo.jpg", "a photo");
  await makeBackup(folder, whole, { isForced: false });
  before = await contentOf(folder.dir);
});
afterAll(() => {
  for (const dir of [folder.dir, out]) rmSync(dir, { recursive: true, force: true });
});

it.each<[string, RegExp, (file: string) => unknown]>([
  ["a file that is not there", /There is no file/, () => {}],
  ["an empty file", /not a backup of Parley, or it is damaged/, (file) => writeFileSync(file, "")],
  ["a file of another kind", /not a backup of Parley/, (file) => writeFileSync(file, "hello ".repeat(500))],
  ["half a file", /damaged/, (file) => writeFileSync(file, half(readFileSync(whole)))],
  ["a flipped byte", /damaged/, (file) => writeFileSync(file, flipped(readFileSync(whole)))],
  [
    "an archive of other things",
    /no manifest/,
    (file) => repack(file, (dir) => rmSync(join(dir, "manifest.json"))),
  ],
  [
    "a manifest that says nothing",
    /manifest is not readable/,
    (file) => repack(file, (dir) => writeFileSync(join(dir, "manifest.json"), "{}")),
  ],
  [
    "a backup of a later version",
    /newer version/,
    (file) => repackManifest(file, (manifest) => ({ ...manifest, version: 2 })),
  ],
  [
    "a part that is missing",
    /photo.jpg is missing/,
    (file) => repack(file, (dir) => rmSync(join(dir, "media/photo.jpg"))),
  ],
  [
    "a part that was changed",
    /photo.jpg is not what its manifest says/,
    (file) => repack(file, (dir) => writeFileSync(join(dir, "media/photo.jpg"), "another")),
  ],
  [
    "a part too many",
    /extra.jpg is not in its manifest/,
    (file) => repack(file, (dir) => writeFileSync(join(dir, "media/extra.jpg"), "x")),
  ],
  [
    "a symbolic link",
    /damaged/,
    (file) => repack(file, (dir) => symlinkSync("/etc/passwd", join(dir, "media/link"))),
  ],
  [
    "a store that is no database, rightly described",
    /its store is not whole/,
    (file) => repackStore(file, Buffer.from("no database")),
  ],
])("refuses %s in one sentence and changes nothing", async (name, sentence, make) => {
  const file = join(out, `${name.replace(/\W+/g, "-")}.tar.gz`);
  await make(file);
  const error = await restoreBackup(file, folder, { isForced: true }).catch((reason: Error) => reason);
  expect(error).toBeInstanceOf(Error);
  expect((error as Error).message).toMatch(sentence);
  expect((error as Error).message).not.toContain("\n");
  expect(await contentOf(folder.dir)).toEqual(before);

  const fresh = join(out, "fresh");
  await expect(
    restoreBackup(
      file,
      { dir: fresh, store: join(fresh, "store"), database: "", media: join(fresh, "media") },
      { isForced: false },
    ),
  ).rejects.toThrow(sentence);
  expect(existsSync(fresh)).toBe(false);
});

/** Files and digests, but the store's own lock and log, which come and go. */
async function contentOf(dir: string): Promise<Map<string, string>> {
  const paths = (await filesBelow(dir)).filter((path) => !/lock\.db|-wal$|-shm$/.test(path));
  return new Map(
    paths.map((path) => [
      path,
      createHash("sha256")
        .update(readFileSync(join(dir, path)))
        .digest("hex"),
    ]),
  );
}

const half = (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1);

function flipped(bytes: Buffer): Buffer {
  const at = bytes.length >> 1;
  bytes[at] = (bytes[at] ?? 0) ^ 0xff;
  return bytes;
}

/** The whole backup with something done to its unpacked parts. */
async function repack(file: string, change: (dir: string) => void): Promise<void> {
  const dir = mkdtempSync(join(out, "unpacked-"));
  mkdirSync(dir, { recursive: true });
  await extract({ file: whole, cwd: dir });
  change(dir);
  await create({ file, cwd: dir, gzip: true }, ["."]);
}

const repackManifest = (file: string, change: (manifest: Manifest) => unknown) =>
  repack(file, (dir) => {
    const path = join(dir, "manifest.json");
    writeFileSync(path, JSON.stringify(change(JSON.parse(readFileSync(path, "utf8")))));
  });

const repackStore = (file: string, store: Buffer) =>
  repack(file, (dir) => {
    writeFileSync(join(dir, "firestore.db"), store);
    const path = join(dir, "manifest.json");
    const manifest: Manifest = JSON.parse(readFileSync(path, "utf8"));
    const sha256 = createHash("sha256").update(store).digest("hex");
    const parts = manifest.parts.map((part) =>
      part.path === "firestore.db" ? { ...part, bytes: store.length, sha256 } : part,
    );
    writeFileSync(path, JSON.stringify({ ...manifest, parts }));
  });
