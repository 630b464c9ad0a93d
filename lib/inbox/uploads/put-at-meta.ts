import { createWriteStream, openAsBlob } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import { type ChannelCredentials, channelClient } from "@/lib/channels/client";
import { type GraphResult, graphFailure } from "@/lib/channels/graph/result";
import { sentType } from "@/lib/channels/media-rules";
import type { Upload } from "@/lib/domain/media";
import { folderPrefix } from "@/lib/inbox/media/clean-leftovers";
import { mediaDisk } from "@/lib/inbox/media/disk";
import { processWide } from "@/lib/process-wide";
import { inUnit } from "@/lib/store/unit";
import { uploads } from "@/lib/store/uploads";

/** Meta keeps uploaded files for 30 days. */
const ID_LIFE_MS = 29 * 24 * 3600_000;
/** Well within a sender's lease: a large file goes on by itself, and the message comes back for its id. */
const PATIENCE_MS = 25_000;

const underWay = processWide("media-at-meta", () => new Map<string, Promise<GraphResult<string>>>());

/**
 * The id by which WhatsApp knows an upload; put there once, however often it is sent or tried. When that takes longer
 * than a send may take, the answer is `unreachable` and the upload goes on. `now` in epoch ms. Never throws.
 */
export async function putAtMeta(
  credentials: ChannelCredentials,
  upload: Upload,
  now: number,
): Promise<GraphResult<string>> {
  const { id, providerMediaId, providerMediaAt } = upload;
  if (providerMediaId && now - (providerMediaAt ?? 0) < ID_LIFE_MS)
    return { ok: true, data: providerMediaId };
  const running = underWay.get(id) ?? start(credentials, upload, now);
  const patience = new AbortController();
  const tooLong = wait(PATIENCE_MS, graphFailure("unreachable", "The file is still on its way to Meta"), {
    signal: patience.signal,
  }).catch(() => graphFailure("unreachable", "Nobody waits any more"));
  try {
    return await Promise.race([running, tooLong]);
  } finally {
    patience.abort();
  }
}

function start(credentials: ChannelCredentials, upload: Upload, now: number): Promise<GraphResult<string>> {
  const running = put(credentials, upload, now)
    .catch(() => graphFailure("unreachable", "The file could not be read from the media disk"))
    .finally(() => underWay.delete(upload.id));
  underWay.set(upload.id, running);
  return running;
}

async function put(
  credentials: ChannelCredentials,
  upload: Upload,
  now: number,
): Promise<GraphResult<string>> {
  const { id, file, filename } = upload;
  const disk = mediaDisk();
  if (!disk || !file.key) return graphFailure("unreachable", "There is no media disk");
  const folder = await mkdtemp(join(tmpdir(), folderPrefix));
  try {
    const path = join(folder, "file");
    await pipeline(await disk.read(file.key), createWriteStream(path, { mode: 0o600 }));
    const mimeType = sentType(file.mimeType ?? "application/octet-stream");
    const bytes = await openAsBlob(path, { type: mimeType });
    const answer = await channelClient(credentials).uploadMedia({
      bytes,
      mimeType,
      filename: filename ?? "file",
    });
    if (answer.ok) await remember(id, answer.data, now);
    return answer;
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function remember(id: string, providerMediaId: string, now: number): Promise<void> {
  return inUnit(async (unit) => {
    const upload = await unit.get(uploads().doc(id));
    if (upload) unit.set(uploads().doc(id), { ...upload, providerMediaId, providerMediaAt: now });
  });
}
