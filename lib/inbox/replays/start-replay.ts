import { ulid } from "ulid";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import type { Replay, ReplayMode, ReplayScope } from "@/lib/domain/replay";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { countEvents } from "@/lib/store/find-events";
import { latestReplays, replays, runningReplays } from "@/lib/store/replays";
import { inTransaction } from "@/lib/store/transaction";
import { webhookEvents } from "@/lib/store/webhook-events";

const KEPT = 20;

/**
 * Starts a replay of many events, or its dry run, which then goes on by itself, oldest event first, also after a crash.
 * One at a time: `conflict` while another runs. Only events that are there by now are meant. `forbidden`.
 */
export async function startReplay(
  actor: Actor,
  { mode, scope }: { mode: ReplayMode; scope: ReplayScope },
  now = Date.now(),
): Promise<Result<Replay>> {
  if (!can(actor, "webhook-event.replay")) return fail("forbidden", "Only admins replay webhook events.");
  const replay = await newReplay(actor, mode, await inOrder(scope, now), now);
  const entry = await auditEntry(
    actor,
    {
      action: "webhook_event.replay_started",
      subject: { kind: "webhook_event", id: replay.id },
      detail: detailOf(replay),
    },
    now,
  );
  const old = (await latestReplays(100).get()).docs.slice(KEPT);
  return inTransaction(async (tx) => {
    if (!(await tx.get(runningReplays())).empty) return fail("conflict", "Another replay is running.");
    for (const row of old) if (row.data().state !== "running") tx.delete(row.ref);
    tx.create(replays().doc(replay.id), replay);
    addAuditEntry(tx, entry);
    return ok(replay);
  });
}

/** Events by name in the order in which they came; a filter that ends now. */
async function inOrder(scope: ReplayScope, now: number): Promise<ReplayScope> {
  if ("filter" in scope) {
    return { filter: { ...scope.filter, to: Math.min(scope.filter.to ?? now + 1, now + 1) } };
  }
  const found = await Promise.all([...new Set(scope.ids)].map((id) => webhookEvents().doc(id).get()));
  const times = new Map(found.map((document) => [document.id, document.data()?.receivedAt ?? 0]));
  return { ids: [...times.keys()].sort((a, b) => (times.get(a) ?? 0) - (times.get(b) ?? 0)) };
}

async function newReplay(actor: Actor, mode: ReplayMode, scope: ReplayScope, now: number): Promise<Replay> {
  return {
    id: ulid(now),
    mode,
    scope,
    state: "running",
    startedBy: { kind: actor.kind, id: actor.id, name: actor.name },
    startedAt: now,
    updatedAt: now,
    finishedAt: null,
    total: await totalOf(scope),
    counts: { applied: 0, unchanged: 0, failing: 0, skipped: 0 },
    noted: [],
    cursor: null,
    owner: null,
    leaseUntil: 0,
  };
}

/** Channel and kind are looked at one event at a time, so their number shows only in the end. */
async function totalOf(scope: ReplayScope): Promise<number | null> {
  if ("ids" in scope) return scope.ids.length;
  const { channel, kind, ...facets } = scope.filter;
  return channel || kind ? null : countEvents(facets);
}

function detailOf({ mode, scope, total }: Replay) {
  if ("ids" in scope) return { mode, count: total };
  const { channel = null, state = null, kind = null, from, to } = scope.filter;
  const times = { from: isoOf(from), to: isoOf(to) };
  return { mode, count: total, channel, state, kind, ...times };
}

const isoOf = (at: number | undefined) => (at === undefined ? null : new Date(at).toISOString());
