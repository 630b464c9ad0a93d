import type { MediaFailure } from "@/lib/domain/media";

const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60 * 60_000;

const tries: Record<MediaFailure, number> = {
  // These pass: Meta comes back, somebody reconnects the channel, the disk gets room.
  unreachable: Number.POSITIVE_INFINITY,
  channel_disconnected: Number.POSITIVE_INFINITY,
  disk_full: Number.POSITIVE_INFINITY,
  // These may be an accident on the way.
  gone: 6,
  hash_mismatch: 4,
  empty: 4,
  // These stay as they are.
  too_large: 1,
  refused: 1,
  dropped: 1,
};

/** How many attempts a failure is worth before a person is asked. Pure. */
export const patienceWith = (failure: MediaFailure): number => tries[failure];

/** How long to wait after so many tries: 2 s, doubled each time, at most an hour; up to a half less by chance. Pure. */
export function waitMs(triesSoFar: number, random: number): number {
  const longest = Math.min(LONGEST_WAIT_MS, FIRST_WAIT_MS * 2 ** Math.min(triesSoFar - 1, 20));
  return Math.round(longest * (1 - random / 2));
}
