import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { doneOf } from "@/lib/domain/replay";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { replays } from "@/lib/store/replays";
import { inTransaction } from "@/lib/store/transaction";

/** Ends a running replay after the events in hand. What was replayed stays so. `not_found`, `forbidden`. */
export async function stopReplay(actor: Actor, id: string, now = Date.now()): Promise<Result<null>> {
  if (!can(actor, "webhook-event.replay")) return fail("forbidden", "Only admins replay webhook events.");
  const ref = replays().doc(id);
  return inTransaction(async (tx) => {
    const replay = (await tx.get(ref)).data();
    if (!replay) return fail("not_found", "There is no such replay.");
    if (replay.state !== "running") return ok(null);
    const subject = { kind: "webhook_event", id } as const;
    const detail = { mode: replay.mode, count: doneOf(replay) };
    const entry = await auditEntry(actor, { action: "webhook_event.replay_cancelled", subject, detail }, now);
    tx.update(ref, { state: "stopped", finishedAt: now, updatedAt: now });
    addAuditEntry(tx, entry);
    return ok(null);
  });
}
