import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { isDiskError } from "@/lib/inbox/media/save-stream";

/** `cut`: whoever sent it stopped, or brought nothing for too long. */
export type Received =
  | { ok: true; sizeBytes: number; sha256: string }
  | { ok: false; reason: "too_large" | "cut" | "disk" };

const IDLE_MS = 60_000;

/** Writes a request's body to a file of this machine, never more than `maxBytes` of it. Never throws. */
export async function receiveFile(
  body: ReadableStream<Uint8Array> | null,
  path: string,
  maxBytes: number,
): Promise<Received> {
  const hash = createHash("sha256");
  const stopping = new AbortController();
  let sizeBytes = 0;
  const idle = setTimeout(() => stopping.abort(), IDLE_MS);
  const meter = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      idle.refresh();
      sizeBytes += chunk.length;
      if (sizeBytes > maxBytes) return done(new TooLarge());
      hash.update(chunk);
      done(null, chunk);
    },
  });
  const source = body ? Readable.fromWeb(body as never) : Readable.from([]);
  try {
    await pipeline(source, meter, createWriteStream(path, { mode: 0o600 }), { signal: stopping.signal });
  } catch (error) {
    if (error instanceof TooLarge) return { ok: false, reason: "too_large" };
    return { ok: false, reason: isDiskError(error) ? "disk" : "cut" };
  } finally {
    clearTimeout(idle);
  }
  return { ok: true, sizeBytes, sha256: hash.digest("base64") };
}

class TooLarge extends Error {}
