import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import type { ReplayProgress } from "@/lib/domain/replay";
import { fail, ok, type Result } from "@/lib/domain/result";
import { latestReplays } from "@/lib/store/replays";

const SHOWN_MS = 24 * 60 * 60_000;

/** The replay of many that runs, or ended within a day, and how far it is; null when there is none. `forbidden`. */
export async function readLatestReplay(
  actor: Actor,
  now = Date.now(),
): Promise<Result<ReplayProgress | null>> {
  if (!can(actor, "webhook-event.read"))
    return fail("forbidden", "This needs the permission webhook-event.read.");
  const replay = (await latestReplays(1).get()).docs[0]?.data();
  if (!replay || now - (replay.finishedAt ?? now) > SHOWN_MS) return ok(null);
  const { cursor: _cursor, owner: _owner, leaseUntil: _lease, ...progress } = replay;
  return ok(progress);
}
