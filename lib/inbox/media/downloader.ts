import { setTimeout as wait } from "node:timers/promises";
import { yieldToAnswers } from "@/lib/inbox/ingest/ack-pressure";
import { KeyedQueue } from "@/lib/inbox/ingest/keyed-queue";
import { log } from "@/lib/log";
import { outsideRequests } from "@/lib/outside-requests";
import { processWide } from "@/lib/process-wide";
import { dueDownloads } from "@/lib/store/media-downloads";
import { attemptDownload } from "./attempt-download";
import { mediaDisk } from "./disk";

/** Each may hold a picture in memory while its thumbnail is made. */
const CONCURRENCY = 3;
const MAX_WAITING = 1_000;
const SWEEP_PAGE = 50;
const SWEEP_PATIENCE_MS = 20_000;
const WARN_EVERY_MS = 60 * 60_000;

const queue = processWide(
  "media-queue",
  () => new KeyedQueue({ concurrency: CONCURRENCY, maxWaiting: MAX_WAITING, before: yieldToAnswers }),
);
const warned = processWide("media-warned", () => ({ at: 0 }));

/** Fetches files (`mediaDownloads` ids) in this process, soon. What does not fit in the queue the sweep comes to. */
export function fetchSoon(ids: readonly string[], now: () => number = Date.now): void {
  if (ids.length === 0 || !hasDisk()) return;
  outsideRequests(() => {
    for (const id of ids) queue.add(id, [], () => attempt(id, now));
  });
}

/**
 * Takes up files whose time has come, and what dead processes left. Answers how many, once they are done or some time
 * has passed: a scheduler's request should last as long as the work does, and one slow file must not hold up the rest.
 * `now` in epoch ms.
 */
export async function sweepDownloads(now: number): Promise<number> {
  if (!hasDisk()) return 0;
  const due = await dueDownloads(now, SWEEP_PAGE).get();
  const ids = due.docs.map(({ id }) => id);
  const startedAt = Date.now();
  fetchSoon(ids, () => now + (Date.now() - startedAt));
  const patience = new AbortController();
  await Promise.race([queue.idleOf(ids), wait(SWEEP_PATIENCE_MS, null, patience).catch(() => undefined)]);
  patience.abort();
  return ids.length;
}

/** Resolves when this process has no file in hand. */
export function downloadsAreIdle(): Promise<void> {
  return queue.idle();
}

async function attempt(id: string, now: () => number): Promise<void> {
  try {
    await attemptDownload(id, now);
  } catch (error) {
    log.warn({ err: error, downloadId: id }, "A media file was not fetched; the sweep will try again");
  }
}

function hasDisk(): boolean {
  if (mediaDisk()) return true;
  if (Date.now() - warned.at > WARN_EVERY_MS) {
    warned.at = Date.now();
    log.warn("Media files wait: neither MEDIA_DIR nor MEDIA_BUCKET is set. Meta keeps them for 7 days");
  }
  return false;
}
