import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import type { ReplayProgress } from "@/lib/domain/replay";
import { fail, ok, type Result } from "@/lib/domain/result";
import { latestReplays } from "@/lib/store/replays";

/** The replay of many that was started last, and how far it is; null when there never was one. `forbidden`. */
export async function readLatestReplay(actor: Actor): Promise<Result<ReplayProgress | null>> {
  if (!can(actor, "webhook-event.read"))
    return fail("forbidden", "This needs the permission webhook-event.read.");
  const replay = (await latestReplays(1).get()).docs[0]?.data();
  if (!replay) return ok(null);
  const { cursor: _cursor, owner: _owner, leaseUntil: _lease, ...progress } = replay;
  return ok(progress);
}
