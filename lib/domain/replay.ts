import { z } from "zod";
import { EventFilter } from "./event-filter";

export const MAX_REPLAY_IDS = 200;
const MAX_NOTED = 50;

const Id = z.string().regex(/^(wa|ig)_[\w-]{43}$/);

/** Which events a replay of many goes through: some by name, or all that a filter means. */
export const ReplayScope = z.union([
  z.object({ ids: z.array(Id).min(1).max(MAX_REPLAY_IDS) }),
  z.object({ filter: EventFilter.omit({ id: true }) }),
]);
export type ReplayScope = z.infer<typeof ReplayScope>;

/** `rehearsal`: a dry run, which tells what would change and changes nothing. */
export const ReplayMode = z.enum(["replay", "rehearsal"]);
export type ReplayMode = z.infer<typeof ReplayMode>;

const Verdict = z.enum(["applied", "unchanged", "failing", "skipped"]);
export type ReplayVerdict = z.infer<typeof Verdict>;

/** `replays/<ulid>`: a replay of many events, oldest first. Times in epoch ms. */
export const Replay = z.object({
  id: z.string(),
  mode: ReplayMode,
  scope: ReplayScope,
  state: z.enum(["running", "done", "stopped"]),
  startedBy: z.object({ kind: z.string(), id: z.string(), name: z.string() }),
  startedAt: z.number(),
  updatedAt: z.number(),
  finishedAt: z.number().nullable(),
  /** How many events there are to go through; null when only going through them tells. */
  total: z.number().nullable(),
  /** How many came out how. `skipped`: gone, or in other hands just then. */
  counts: z.object({
    applied: z.number(),
    unchanged: z.number(),
    failing: z.number(),
    skipped: z.number(),
  }),
  /** The first events that changed something or failed. */
  noted: z.array(z.object({ eventId: z.string(), verdict: Verdict })),
  /** Where to go on, also after a crash. */
  cursor: z.string().nullable(),
  owner: z.string().nullable(),
  leaseUntil: z.number(),
});
export type Replay = z.infer<typeof Replay>;

/** A replay as the page shows it. */
export type ReplayProgress = Omit<Replay, "cursor" | "owner" | "leaseUntil">;

export const doneOf = ({ counts }: Pick<Replay, "counts">): number =>
  counts.applied + counts.unchanged + counts.failing + counts.skipped;

/** A replay with what became of some more events. Pure. */
export function withVerdicts(
  replay: Replay,
  verdicts: readonly { eventId: string; verdict: ReplayVerdict }[],
): Replay {
  const counts = { ...replay.counts };
  for (const { verdict } of verdicts) counts[verdict] += 1;
  const worthTelling = verdicts.filter(({ verdict }) => verdict === "applied" || verdict === "failing");
  return { ...replay, counts, noted: [...replay.noted, ...worthTelling].slice(0, MAX_NOTED) };
}
