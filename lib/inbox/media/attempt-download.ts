import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { MediaDownload, MediaFailure, MediaFile } from "@/lib/domain/media";
import { log } from "@/lib/log";
import { claimDownload, keepClaim } from "./claim-download";
import { folderPrefix } from "./clean-leftovers";
import { deleteIfErased } from "./delete-if-erased";
import { describeFile } from "./describe/describe-file";
import { type MediaDisk, mediaDisk } from "./disk";
import { fetchFile } from "./fetch-file";
import { keyOfDownload } from "./file-keys";
import { isDiskError } from "./save-stream";
import { settleFailure, settleReady } from "./settle-download";

/**
 * One attempt to fetch a file, if it is this process's turn: to a folder of this attempt's own, then whole onto the
 * media disk, then into the message. Killed anywhere, the row stays and nothing half-written is named by a message.
 * `now`: the clock, epoch ms. Throws when the store does not answer; the lease then brings it back.
 */
export async function attemptDownload(id: string, now: () => number): Promise<void> {
  const disk = mediaDisk();
  const claim = disk && (await claimDownload(id, now()));
  if (!disk || !claim) return;
  const letGo = keepClaim(claim, now);
  let folder: string | null = null;
  try {
    folder = await mkdtemp(join(tmpdir(), folderPrefix));
    const file = await fetchAndKeep(disk, claim.row, join(folder, "file"));
    if (typeof file !== "string") {
      if (!(await settleReady(claim, file))) await deleteIfErased(claim.row);
      return;
    }
    log.info({ downloadId: id, failure: file, tries: claim.row.tries }, "media not fetched");
    await settleFailure(claim, file, now());
  } catch (error) {
    if (!isDiskError(error)) throw error;
    log.error({ err: error, downloadId: id }, "The temporary folder did not take a file");
    await settleFailure(claim, "disk_full", now());
  } finally {
    letGo();
    if (folder) await rm(folder, { recursive: true, force: true });
  }
}

async function fetchAndKeep(
  disk: MediaDisk,
  row: MediaDownload,
  path: string,
): Promise<MediaFile | MediaFailure> {
  const fetched = await fetchFile(row, path);
  if (!fetched.ok) return fetched.failure;
  return (await keep(disk, row, { path, ...fetched })) ?? "disk_full";
}

/** Puts a fetched file and what was made of it on the media disk; null when the disk does not take it. */
async function keep(
  disk: MediaDisk,
  row: MediaDownload,
  fetched: { path: string; sizeBytes: number; mimeType: string | null },
): Promise<MediaFile | null> {
  const key = keyOfDownload(row);
  const { thumb, play, ...known } = await describeFile(fetched.path, row.mimeType ?? fetched.mimeType);
  try {
    await disk.putFile(key, fetched.path);
    if (thumb) await disk.put(`${key}.webp`, thumb);
    if (play) await disk.put(`${key}.mp4`, play);
  } catch (error) {
    log.error(
      { err: error, downloadId: row.id, isDiskError: isDiskError(error) },
      "The media disk did not take a file",
    );
    return null;
  }
  return {
    state: "ready",
    key,
    thumbKey: thumb ? `${key}.webp` : null,
    playKey: play ? `${key}.mp4` : null,
    sizeBytes: fetched.sizeBytes,
    failure: null,
    ...known,
  };
}
