import { shareInFlight } from "@/lib/inbox/read/share-in-flight";
import { readFeedSince } from "@/lib/store/feed-listener";
import type { LiveCursor } from "./cursor";
import { coalesce, type LiveEntry } from "./live-entry";
import { OVERLAP_MICROS, type Ring } from "./ring";
import { toEntries } from "./to-entries";

/** The feed keeps an hour; a cursor close to that may already have lost rows. */
const MAX_AGE_MICROS = 50 * 60 * 1_000_000;
const MAX_ROWS = 1_000;
/** Streams that come back together to a new process share one read. */
const STEP_MICROS = 10_000_000;

/** What a stream missed since its cursor: from this process's ring, else from the feed, else null: unknown. */
export async function missedSince(cursor: LiveCursor, ring: Ring, now: number): Promise<LiveEntry[] | null> {
  const known = ring.after(cursor);
  if (known) return coalesce(known);
  if (cursor.atMicros < now * 1_000 - MAX_AGE_MICROS) return null;
  const from = Math.floor((cursor.atMicros - OVERLAP_MICROS) / STEP_MICROS) * STEP_MICROS;
  return shareInFlight(`missed:${from}`, async () => {
    const rows = await readFeedSince(from, MAX_ROWS);
    return rows && toEntries(rows);
  });
}
