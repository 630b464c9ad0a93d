import type { LiveEvent } from "@/lib/domain/live-event";
import { compareCursors } from "./cursor";

export type JournalEntry = { cursor: string; event: LiveEvent; receivedAt: number };

const KEEP_MS = 2 * 60 * 1000;
const KEEP_ENTRIES = 1_000;

/**
 * The live events of the last two minutes. A read that was under way while they came is brought up to date from
 * here, and so is a tab that joins late. `start` is the cursor from which on nothing is missing.
 */
export function createJournal(start: string | null) {
  let entries: JournalEntry[] = [];
  let startCursor = start;
  let dropped = 0;

  return {
    add(cursor: string, event: LiveEvent, now: number): void {
      entries.push({ cursor, event, receivedAt: now });
      while (entries.length > KEEP_ENTRIES || (entries[0] && now - entries[0].receivedAt > KEEP_MS)) {
        startCursor = entries.shift()?.cursor ?? startCursor;
        dropped += 1;
      }
    },
    /** Forgets everything: what came before `cursor` is unknown. */
    restart(cursor: string | null): void {
      dropped += entries.length;
      entries = [];
      startCursor = cursor;
    },
    mark: (): number => dropped + entries.length,
    since: (mark: number): LiveEvent[] =>
      entries.slice(Math.max(0, mark - dropped)).map((entry) => entry.event),
    recent: (now: number, withinMs: number): LiveEvent[] =>
      entries.filter((entry) => now - entry.receivedAt <= withinMs).map((entry) => entry.event),
    /** Entries after a cursor, or null when some of them may be missing. */
    after(cursor: string | null): JournalEntry[] | null {
      if (compareCursors(startCursor, cursor) > 0) return null;
      return entries.filter((entry) => compareCursors(entry.cursor, cursor) > 0);
    },
  };
}
export type Journal = ReturnType<typeof createJournal>;
