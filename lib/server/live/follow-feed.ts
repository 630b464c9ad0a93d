import { log } from "@/lib/log";
import { listenToFeed, newestFeedMicros, type PlacedFeedRow } from "@/lib/store/feed-listener";
import { OVERLAP_MICROS } from "./ring";

const RELISTEN_MS = 1_000;
/** A connection can die without a word, and the listener with it. */
const CHECK_MS = 10_000;
/** A listener keeps every row it has seen in memory, so it is replaced by a fresh one now and then. */
const RENEW_AFTER_ROWS = 5_000;

/** Follows the feed for as long as the process lives: each row once, across renewals and broken listeners. */
export function followFeed(fromMicros: number, onRows: (rows: PlacedFeedRow[]) => void) {
  const seen = new Map<string, number>();
  let newest = fromMicros + OVERLAP_MICROS;
  let rowsHeld = 0;
  let isHealthy = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unlisten = listen();
  const checker = setInterval(() => void check(), CHECK_MS).unref();

  function listen(): () => void {
    return listenToFeed(newest - OVERLAP_MICROS, take, (error) => {
      isHealthy = false;
      log.warn({ err: error }, "the feed listener ended; listening again");
      timer = setTimeout(renew, RELISTEN_MS).unref();
    });
  }

  function renew(): void {
    const end = unlisten;
    rowsHeld = 0;
    for (const [id, atMicros] of seen) if (atMicros < newest - 2 * OVERLAP_MICROS) seen.delete(id);
    unlisten = listen();
    end();
  }

  /** A row that has been there for a while and was not told means that nobody listens. */
  async function check(): Promise<void> {
    const latest = await newestFeedMicros().catch(() => 0);
    if (latest <= newest || latest > Date.now() * 1_000 - OVERLAP_MICROS) return;
    log.warn(
      { behindMs: Math.round((latest - newest) / 1_000) },
      "the feed listener fell silent; listening again",
    );
    renew();
  }

  function take(rows: PlacedFeedRow[]): void {
    isHealthy = true;
    const fresh = rows.filter((row) => !seen.has(row.id));
    for (const row of fresh) {
      seen.set(row.id, row.atMicros);
      newest = Math.max(newest, row.atMicros);
    }
    rowsHeld += fresh.length;
    if (fresh.length > 0) onRows(fresh);
    if (rowsHeld > RENEW_AFTER_ROWS) renew();
  }

  return {
    isHealthy: () => isHealthy,
    stop: () => {
      clearTimeout(timer);
      clearInterval(checker);
      unlisten();
    },
  };
}
