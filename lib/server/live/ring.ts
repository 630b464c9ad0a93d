import { compareLiveCursors, type LiveCursor } from "./cursor";
import type { LiveEntry } from "./live-entry";

/** Rows may become visible a little out of order, and clocks differ a little. Sending twice is harmless. */
export const OVERLAP_MICROS = 5_000_000;
const MAX_ENTRIES = 2_000;
const MAX_AGE_MICROS = 10 * 60 * 1_000_000;

/** The last entries of this process, for streams that come back. `fromMicros`: nothing since then is missing. */
export function createRing(fromMicros: number) {
  let entries: LiveEntry[] = [];
  let coveredFrom = fromMicros;

  return {
    add(entry: LiveEntry): void {
      entries.push(entry);
      const oldest = entry.cursor.atMicros - MAX_AGE_MICROS;
      const isFull = entries.length > MAX_ENTRIES;
      if (!isFull && (entries[0]?.cursor.atMicros ?? 0) >= oldest) return;
      const kept = entries.filter((each) => each.cursor.atMicros >= oldest).slice(-MAX_ENTRIES);
      const lost = entries[entries.length - kept.length - 1];
      if (lost) coveredFrom = Math.max(coveredFrom, lost.cursor.atMicros + 1);
      entries = kept;
    },
    /** What came after a cursor, or null when this process may not have all of it. */
    after(cursor: LiveCursor): LiveEntry[] | null {
      const from = cursor.atMicros - OVERLAP_MICROS;
      if (from < coveredFrom) return afterExactly(entries, cursor);
      return entries.filter((entry) => entry.cursor.atMicros >= from);
    },
    /** Drops everything; streams that come back from before `at` have to ask the feed. */
    forget(at: LiveCursor): void {
      entries = [];
      coveredFrom = Math.max(coveredFrom, at.atMicros);
    },
    last: (): LiveCursor | null => entries.at(-1)?.cursor ?? null,
  };
}
export type Ring = ReturnType<typeof createRing>;

/** An entry this process sent is a place to go on from, however old the ring is. */
function afterExactly(entries: LiveEntry[], cursor: LiveCursor): LiveEntry[] | null {
  const at = entries.findIndex((entry) => compareLiveCursors(entry.cursor, cursor) === 0);
  return at === -1 ? null : entries.slice(at + 1);
}
