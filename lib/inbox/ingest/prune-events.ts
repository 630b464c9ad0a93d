import type { Actor } from "@/lib/domain/member";
import type { WebhookEventState } from "@/lib/domain/webhook-event";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { countEventsBefore, deleteEvents, eventsBefore } from "@/lib/store/old-webhook-events";

/** What came out well. What failed or is still to be done stays, unless it is asked for. */
const finished: readonly WebhookEventState[] = ["processed", "ignored"];

type Options = {
  /** Failed events too. Those still to be processed are never deleted. */
  withFailed?: boolean;
};

/** How many events `deleteEventsOlderThan` would delete, in all. `cutoff` in epoch ms. Reads no documents. */
export function countEventsOlderThan(cutoff: number, options: Options = {}): Promise<number> {
  return countEventsBefore(statesOf(options), cutoff);
}

/**
 * Deletes webhook events that came before `cutoff` (epoch ms), oldest first, with their bodies; at most `limit` of
 * them. Answers how many: fewer than `limit` means that nothing is left. Safe beside replays and the sweep (an event
 * that changes meanwhile stays), and after a crash just call it again. Leaves one audit entry with the count.
 */
export async function deleteEventsOlderThan(
  cutoff: number,
  limit: number,
  { actor = systemActor, now = Date.now(), ...options }: Options & { actor?: Actor; now?: number } = {},
): Promise<number> {
  const old = await eventsBefore(statesOf(options), cutoff, limit);
  if (old.length === 0) return 0;
  return deleteEvents(old, (count) =>
    auditEntry(
      actor,
      {
        action: "webhook_event.pruned",
        subject: { kind: "webhook_event", id: "retention" },
        detail: { count, before: new Date(cutoff).toISOString() },
      },
      now,
    ),
  );
}

const statesOf = ({ withFailed = false }: Options) =>
  withFailed ? [...finished, "failed" as const] : finished;
