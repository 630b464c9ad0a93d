import { randomUUID } from "node:crypto";
import { type Replay, type ReplayVerdict, withVerdicts } from "@/lib/domain/replay";
import { log } from "@/lib/log";
import { replays, runningReplays } from "@/lib/store/replays";
import { inTransaction } from "@/lib/store/transaction";
import { nextEvents } from "./next-events";
import { replayOne } from "./replay-one";

const LEASE_MS = 60_000;
const CONCURRENCY = 4;
/** A scheduler's request should not last much longer; the next one goes on. */
const MAX_RUN_MS = 45_000;

const owner = randomUUID();

/**
 * Goes on with the replay that runs, if there is one and no other process is at it. How far it came is stored after
 * each few events, so after a crash it goes on there; events that were done meanwhile are done again, which changes
 * nothing. Throws when the store does not answer. `now` in epoch ms.
 */
export async function runReplays(now: number): Promise<void> {
  const startedAt = performance.now();
  const clock = () => now + (performance.now() - startedAt);
  const id = (await runningReplays().get()).docs[0]?.id;
  let replay = id ? await claim(id, clock()) : null;
  while (replay && performance.now() - startedAt < MAX_RUN_MS) {
    const { ids, cursor, isEnd } = await nextEvents(replay);
    const verdicts = await inBounds(ids, replay);
    replay = await save({ ...withVerdicts(replay, verdicts), cursor }, isEnd, clock());
  }
  if (replay) await giveBack(replay.id);
}

function claim(id: string, now: number): Promise<Replay | null> {
  return inTransaction(async (tx) => {
    const ref = replays().doc(id);
    const replay = (await tx.get(ref)).data();
    if (replay?.state !== "running") return null;
    if (replay.owner !== null && replay.owner !== owner && replay.leaseUntil > now) return null;
    const mine = { owner, leaseUntil: Math.round(now + LEASE_MS) };
    tx.update(ref, mine);
    return { ...replay, ...mine };
  });
}

/** Null when there is nothing more to do: it is through, was stopped, or another process took it over. */
function save(replay: Replay, isEnd: boolean, at: number): Promise<Replay | null> {
  const now = Math.round(at);
  return inTransaction(async (tx) => {
    const ref = replays().doc(replay.id);
    const stored = (await tx.get(ref)).data();
    if (stored?.owner !== owner) return null;
    const { counts, noted, cursor } = replay;
    const isOver = isEnd && stored.state === "running";
    const ending = isOver ? { state: "done" as const, finishedAt: now } : {};
    tx.update(ref, { counts, noted, cursor, updatedAt: now, leaseUntil: now + LEASE_MS, ...ending });
    if (isOver) log.info({ replayId: replay.id, mode: replay.mode, counts }, "A replay is through");
    return isOver || stored.state !== "running" ? null : replay;
  });
}

function giveBack(id: string): Promise<void> {
  return inTransaction(async (tx) => {
    const ref = replays().doc(id);
    if ((await tx.get(ref)).data()?.owner === owner) tx.update(ref, { leaseUntil: 0 });
  });
}

/** In their order, some at a time. */
async function inBounds(
  ids: readonly string[],
  { mode }: Replay,
): Promise<{ eventId: string; verdict: ReplayVerdict }[]> {
  const verdicts = new Map<string, ReplayVerdict>();
  const waiting = [...ids];
  const work = async () => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      verdicts.set(id, await replayOne(id, mode));
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  return ids.map((eventId) => ({ eventId, verdict: verdicts.get(eventId) ?? "skipped" }));
}
