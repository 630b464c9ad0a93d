import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { OpenDownload } from "@/lib/channels/graph/download";
import type { MediaFailure } from "@/lib/domain/media";
import { log } from "@/lib/log";

/** Meta takes files of up to 100 MB from customers (131052); a little more than that is not its file. */
export const MAX_BYTES = 110_000_000;
/** A download that brings nothing for so long is given up. */
const IDLE_MS = 30_000;

export type Saved =
  | { ok: true; sizeBytes: number; digest: Uint8Array }
  | { ok: false; failure: MediaFailure };

/** Writes a download to a file of this machine while counting and hashing it. Never throws. */
export async function saveStream(download: OpenDownload, path: string): Promise<Saved> {
  if ((download.sizeBytes ?? 0) > MAX_BYTES) {
    download.stop();
    return { ok: false, failure: "too_large" };
  }
  const hash = createHash("sha256");
  let sizeBytes = 0;
  let idle = setTimeout(download.stop, IDLE_MS);
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      clearTimeout(idle);
      idle = setTimeout(download.stop, IDLE_MS);
      sizeBytes += chunk.length;
      if (sizeBytes > MAX_BYTES) return done(new TooLarge());
      hash.update(chunk);
      done(null, chunk);
    },
  });
  try {
    await pipeline(Readable.fromWeb(download.body as never), meter, createWriteStream(path, { mode: 0o600 }));
  } catch (error) {
    download.stop();
    return { ok: false, failure: failureOf(error) };
  } finally {
    clearTimeout(idle);
  }
  if (sizeBytes === 0) return { ok: false, failure: "empty" };
  if (download.sizeBytes !== null && sizeBytes !== download.sizeBytes) {
    return { ok: false, failure: "unreachable" };
  }
  return { ok: true, sizeBytes, digest: hash.digest() };
}

class TooLarge extends Error {}

const diskErrors = new Set([
  "ENOSPC",
  "EDQUOT",
  "EROFS",
  "EACCES",
  "EPERM",
  "EIO",
  "EMFILE",
  "ENOENT",
  "ENOTDIR",
]);

/** Whether our own disk is at fault: full, read-only, gone. */
export function isDiskError(error: unknown): boolean {
  const { code, cause } = (error ?? {}) as { code?: unknown; cause?: unknown };
  return (typeof code === "string" && diskErrors.has(code)) || (cause !== undefined && isDiskError(cause));
}

function failureOf(error: unknown): MediaFailure {
  if (error instanceof TooLarge) return "too_large";
  if (!isDiskError(error)) return "unreachable";
  log.error({ err: error }, "A media file could not be written to this machine's disk");
  return "disk_full";
}
