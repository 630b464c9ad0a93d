import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, rename, rm } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { lockFolder } from "@/embedded-firestore/storage/folder-lock";
import type { DataFolder } from "../data-folder";
import { flush } from "./flush";
import { databaseName, type Manifest } from "./manifest";
import { openBackup } from "./open-backup";

/**
 * Puts a backup into a folder that has no data, or with `isForced` in the place of its data, which are kept aside until
 * the new are in place. Throws one sentence, and has changed nothing, when the backup is not whole or a store is running.
 */
export async function restoreBackup(
  source: string,
  folder: DataFolder,
  { isForced }: { isForced: boolean },
): Promise<Manifest> {
  const hasData = existsSync(folder.database) || existsSync(folder.media);
  if (hasData && !isForced) throw new Error(`${folder.dir} holds data already; --force replaces them.`);
  const lock = existsSync(folder.store) ? lockFolder(folder.store) : null;
  const isNew = !existsSync(folder.dir);
  await mkdir(folder.dir, { recursive: true, mode: 0o700 });
  const stage = await mkdtemp(join(folder.dir, ".restore-"));
  try {
    const unpacked = join(stage, "unpacked");
    await mkdir(unpacked);
    const manifest = await openBackup(resolve(source), unpacked);
    for (const { path } of manifest.parts) await flush(join(unpacked, path));
    const fresh = await arrange(unpacked, stage);
    await swap(folder, fresh);
    return manifest;
  } catch (error) {
    if (isNew) await rm(folder.dir, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(stage, { recursive: true, force: true });
    lock?.release();
  }
}

type Fresh = { store: string; media: string };

/** The unpacked parts, laid out as a data folder has them. */
async function arrange(unpacked: string, stage: string): Promise<Fresh> {
  const fresh = { store: join(stage, "store"), media: join(stage, "media") };
  await mkdir(fresh.store, { mode: 0o700 });
  await rename(join(unpacked, databaseName), join(fresh.store, databaseName));
  if (existsSync(join(unpacked, "media"))) await rename(join(unpacked, "media"), fresh.media);
  return fresh;
}

/** Old out, new in, old away. When the new cannot be moved in, the old come back. */
async function swap(folder: DataFolder, fresh: Fresh): Promise<void> {
  const suffix = `.before-restore-${new Date().toISOString().replace(/[:.]/g, "-")}`;
  const moves: [from: string, to: string][] = [
    [folder.media, folder.media + suffix],
    [fresh.media, folder.media],
    [folder.store, folder.store + suffix],
    [fresh.store, folder.store],
  ];
  const done: [from: string, to: string][] = [];
  try {
    for (const [from, to] of moves) {
      if (!existsSync(from)) continue;
      await move(from, to);
      done.push([from, to]);
    }
  } catch (error) {
    for (const [from, to] of done.reverse()) await move(to, from);
    throw error;
  }
  for (const parent of new Set([folder.media, folder.store].map(dirname))) await flush(parent);
  for (const kept of [folder.media, folder.store]) await rm(kept + suffix, { recursive: true, force: true });
}

/** MEDIA_DIR may be on another disk than the folder: then by copying. */
async function move(from: string, to: string): Promise<void> {
  try {
    await rename(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EXDEV") throw error;
    await cp(from, to, { recursive: true, errorOnExist: true, force: false });
    await rm(from, { recursive: true });
  }
}
