import { createReadStream } from "node:fs";
import { open } from "node:fs/promises";
import { join, resolve } from "node:path";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import type { MediaDisk } from "./disk";
import { sizeOf } from "./size-of";

/** A folder of this machine. */
export function folderDisk(folder: string): MediaDisk {
  const root = resolve(folder);
  const disk = new Disk(new FSDriver({ location: root, visibility: "private" }));
  return {
    put: (key, contents) =>
      contents instanceof Uint8Array ? disk.put(key, contents) : disk.putStream(key, contents),
    putFile: async (key, path) => {
      await disk.copyFromFs(path, key);
      await flush(join(root, disk.file(key).key));
    },
    read: (key) => disk.getStream(key),
    // flydrive reads whole files only; its normaliser has the last word on keys all the same.
    readRange: async (key, start, end) => createReadStream(join(root, disk.file(key).key), { start, end }),
    size: (key) => sizeOf(disk, key),
    delete: (key) => disk.delete(key),
    exists: (key) => disk.exists(key),
  };
}

/** A message names the file next: after a power cut it must be there as well. */
async function flush(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}
