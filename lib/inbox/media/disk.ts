import { join } from "node:path";
import type { Readable } from "node:stream";
import { env } from "@/lib/env";
import { processWide } from "@/lib/process-wide";
import { bucketDisk } from "./bucket-disk";
import { folderDisk } from "./folder-disk";

/** Where the bytes of media are. Keys are made by us, never from the name of anybody's file. */
export type MediaDisk = {
  /** Replaces what is there. A key must not be told to anyone before this has resolved. */
  put(key: string, contents: Uint8Array | Readable): Promise<void>;
  /** Puts a file of this machine there. */
  putFile(key: string, path: string): Promise<void>;
  /** Throws when there is nothing. */
  read(key: string): Promise<Readable>;
  /** Bytes `start` to `end`, both included. */
  readRange(key: string, start: number, end: number): Promise<Readable>;
  /** In bytes; null when there is nothing. */
  size(key: string): Promise<number | null>;
  delete(key: string): Promise<void>;
  exists(key: string): Promise<boolean>;
};

/** Which disk is configured: a bucket, a folder, or none (then files wait, and nothing is lost but time). */
export function mediaPlace(): { kind: "bucket" | "folder"; name: string } | null {
  const { MEDIA_BUCKET, MEDIA_DIR, PARLEY_DATA } = env();
  if (MEDIA_BUCKET) return { kind: "bucket", name: MEDIA_BUCKET };
  const folder = MEDIA_DIR ?? (PARLEY_DATA ? join(PARLEY_DATA, "media") : null);
  return folder ? { kind: "folder", name: folder } : null;
}

/** The media disk of this process; null when neither `MEDIA_DIR`, `MEDIA_BUCKET` nor `PARLEY_DATA` is set. */
export function mediaDisk(): MediaDisk | null {
  const place = mediaPlace();
  if (!place) return null;
  return processWide(`media-disk ${place.kind} ${place.name}`, () =>
    place.kind === "bucket" ? bucketDisk(place.name) : folderDisk(place.name),
  );
}
