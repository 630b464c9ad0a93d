import { Storage } from "@google-cloud/storage";
import { Disk } from "flydrive";
import { GCSDriver } from "flydrive/drivers/gcs";
import type { MediaDisk } from "./disk";
import { sizeOf } from "./size-of";

/** A Google Cloud Storage bucket, reached as the service account that Firestore is reached as. */
export function bucketDisk(bucket: string): MediaDisk {
  const storage = new Storage();
  const disk = new Disk(new GCSDriver({ storage, bucket, visibility: "private", usingUniformAcl: true }));
  return {
    put: (key, contents) =>
      contents instanceof Uint8Array ? disk.put(key, contents) : disk.putStream(key, contents),
    putFile: (key, path) => disk.copyFromFs(path, key),
    read: (key) => disk.getStream(key),
    readRange: async (key, start, end) =>
      storage.bucket(bucket).file(disk.file(key).key).createReadStream({ start, end, validation: false }),
    size: (key) => sizeOf(disk, key),
    delete: (key) => disk.delete(key),
    exists: (key) => disk.exists(key),
  };
}
