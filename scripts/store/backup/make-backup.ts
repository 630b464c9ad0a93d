import { existsSync, rmSync } from "node:fs";
import { chmod, copyFile, link, mkdir, mkdtemp, rename, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { create } from "tar";
import { backUp } from "@/embedded-firestore/storage/backup-file";
import { readStats } from "@/embedded-firestore/storage/read-stats";
import type { DataFolder } from "../data-folder";
import { describePart, filesBelow } from "./describe-part";
import { flush } from "./flush";
import { databaseName, type Manifest, manifestName } from "./manifest";

/**
 * Writes one file with a consistent copy of the store, the media and a manifest, while the store may be running. The
 * file appears whole or not at all. Throws a sentence when it is there already and `isForced` is not set.
 */
export async function makeBackup(
  folder: DataFolder,
  target: string,
  { isForced }: { isForced: boolean },
): Promise<Manifest> {
  const file = resolve(target);
  if (existsSync(file) && !isForced) throw new Error(`${file} is there already; --force replaces it.`);
  if (!existsSync(dirname(file))) throw new Error(`The folder ${dirname(file)} is not there.`);
  const stage = await mkdtemp(`${file}.part-`);
  const cleanUp = () => rmSync(stage, { recursive: true, force: true });
  process.once("exit", cleanUp);
  try {
    const manifest = await fillStage(folder, stage);
    const packed = join(stage, "backup.tar.gz");
    const parts = [manifestName, ...manifest.parts.map(({ path }) => path)];
    await create({ file: packed, cwd: stage, gzip: { level: 4 }, portable: true, mode: 0o600 }, parts);
    await chmod(packed, 0o600);
    await flush(packed);
    await rename(packed, file);
    await flush(dirname(file));
    return manifest;
  } finally {
    process.removeListener("exit", cleanUp);
    cleanUp();
  }
}

/** The store first, the media after: what the copy speaks of is then in the media, perhaps with a little more. */
async function fillStage(folder: DataFolder, stage: string): Promise<Manifest> {
  const at = new Date().toISOString();
  await backUp(folder.store, join(stage, databaseName));
  const media = await filesBelow(folder.media);
  for (const path of media) await linkOrCopy(join(folder.media, path), join(stage, "media", path));
  const { documents, collections } = countsOf(stage);
  const parts = [await describePart(stage, databaseName)];
  for (const path of media) parts.push(await describePart(stage, `media/${path}`));
  const counts = { documents, collections, mediaFiles: media.length };
  const manifest: Manifest = { format: "parley-backup", version: 1, at, counts, parts };
  await writeFile(join(stage, manifestName), `${JSON.stringify(manifest, null, 2)}\n`, { mode: 0o600 });
  return manifest;
}

/** How much a folder's store holds. */
export function countsOf(dir: string): { documents: number; collections: number } {
  const all = readStats(dir).databases.flatMap((database) => database.collections);
  return {
    documents: all.reduce((sum, { documents }) => sum + documents, 0),
    collections: all.reduce((sum, { collections }) => sum + collections, 0),
  };
}

async function linkOrCopy(from: string, to: string): Promise<void> {
  await mkdir(dirname(to), { recursive: true });
  await link(from, to).catch(() => copyFile(from, to));
}
