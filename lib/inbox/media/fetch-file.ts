import { channelClient } from "@/lib/channels/client";
import { type DownloadResult, openDownload } from "@/lib/channels/graph/download";
import type { GraphFailure } from "@/lib/channels/graph/result";
import type { MediaDownload, MediaFailure } from "@/lib/domain/media";
import { credentialsOf } from "@/lib/inbox/channels/credentials";
import { readChannel } from "@/lib/inbox/outbound/locate";
import { graphUrls } from "./graph-urls";
import { isSameHash } from "./hash";
import { MAX_BYTES, saveStream } from "./save-stream";

export type Fetched =
  | { ok: true; sizeBytes: number; mimeType: string | null }
  | { ok: false; failure: MediaFailure };

/**
 * Fetches a file of Meta's into `path`, complete and with the hash that Meta named, or not at all. One attempt; an
 * address of WhatsApp's that is over is asked for anew once. Never throws but when the store does not answer.
 */
export async function fetchFile(row: MediaDownload, path: string): Promise<Fetched> {
  if (row.mediaId !== null) return fetchById(row, row.mediaId, path);
  if (row.url === null) return { ok: false, failure: "gone" };
  const opened = await openDownload({ url: row.url, token: null, graphUrls: graphUrls() });
  return save(opened, path, [row.sha256], false);
}

async function fetchById(row: MediaDownload, mediaId: string, path: string): Promise<Fetched> {
  const channel = await readChannel(row.channelId);
  const credentials = channel?.isConnected ? await credentialsOf(channel) : null;
  if (!credentials) return { ok: false, failure: "channel_disconnected" };
  const client = channelClient(credentials);
  for (let turn = 0; ; turn += 1) {
    const info = await client.fetchMediaInfo(mediaId);
    if (!info.ok) return { ok: false, failure: failureOfGraph(info.failure) };
    const { url, sha256, sizeBytes, mimeType } = info.data;
    if ((sizeBytes ?? 0) > MAX_BYTES) return { ok: false, failure: "too_large" };
    const opened = await openDownload({ url, token: credentials.token, graphUrls: graphUrls() });
    const isOver = !opened.ok && opened.reason === "status" && opened.status === 404;
    if (isOver && turn === 0) continue;
    const saved = await save(opened, path, [row.sha256, sha256], true);
    return saved.ok ? { ...saved, mimeType: row.mimeType ?? mimeType ?? saved.mimeType } : saved;
  }
}

async function save(
  opened: DownloadResult,
  path: string,
  hashes: (string | null)[],
  hasToken: boolean,
): Promise<Fetched> {
  if (!opened.ok) return { ok: false, failure: failureOfOpening(opened, hasToken) };
  if (isPageInstead(opened.data.mimeType, hashes)) {
    opened.data.stop();
    return { ok: false, failure: "gone" };
  }
  const saved = await saveStream(opened.data, path);
  if (!saved.ok) return saved;
  if (!hashes.every((named) => isSameHash(saved.digest, named))) {
    return { ok: false, failure: "hash_mismatch" };
  }
  return { ok: true, sizeBytes: saved.sizeBytes, mimeType: opened.data.mimeType };
}

/** Nothing that Instagram passes on is a page: that is a log-in form or an apology. WhatsApp's files have a hash. */
const isPageInstead = (mimeType: string | null, hashes: (string | null)[]): boolean =>
  hashes.every((named) => named === null) && /^text\/html\b/i.test(mimeType ?? "");

function failureOfOpening(opened: Extract<DownloadResult, { ok: false }>, hasToken: boolean): MediaFailure {
  if (opened.reason !== "status") return opened.reason;
  const { status } = opened;
  // With a token a refusal is about the token; without one the link's own signature is over.
  if (status === 401 || status === 403) return hasToken ? "channel_disconnected" : "gone";
  return status === 404 || status === 410 ? "gone" : "unreachable";
}

/** 100 is "no such object": https://developers.facebook.com/docs/graph-api/guides/error-handling */
function failureOfGraph({ outcome, code, httpStatus }: GraphFailure): MediaFailure {
  if (outcome !== "rejected" || (httpStatus ?? 0) >= 500) return "unreachable";
  if (code === 100 || code === 131052 || (code === null && httpStatus === 404)) return "gone";
  const isToken = code === 190 || code === 0 || code === 10 || code === 3;
  return isToken || (code !== null && code >= 200 && code < 300) ? "channel_disconnected" : "unreachable";
}
