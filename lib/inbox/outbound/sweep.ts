import type { OutboxRow } from "@/lib/domain/outbox";
import { turnOfConversation } from "@/lib/inbox/conversations/turn-of";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { log } from "@/lib/log";
import { dueRows, expiredRows, outbox, postponeRows, type ReadRow, readRows } from "@/lib/store/outbox";
import { inUnit } from "@/lib/store/unit";
import { peekLane } from "./claim";
import { currentMessage } from "./locate";
import { saveOutbound } from "./save-outbound";
import { unconfirmedMessage, unconfirmedRow } from "./transitions";

const PAGE = 500;

/**
 * One look over the outbox: a sender that did not come back leaves its message unconfirmed, never sent again; due
 * lanes are kicked. Resolves when they rest, or after a few seconds: a slow answer from Meta holds up its own lane and
 * no sweep. Several processes may sweep at once. `now` in epoch ms.
 */
export async function sweepOnce(
  now: number,
  kickLane: (lane: string) => Promise<void>,
  patienceMs: number,
): Promise<{ lanes: number; unconfirmed: number }> {
  const dead = await readRows(expiredRows(now, PAGE));
  for (const { row } of dead) await leaveUnconfirmed(row, now);
  const due = await readRows(dueRows(now, PAGE));
  const lanes = Map.groupBy(due, ({ row }) => row.lane ?? row.conversationId);
  for (const { row } of dead) if (!lanes.has(row.conversationId)) lanes.set(row.conversationId, []);
  const work = Promise.all([...lanes].map(([lane, rows]) => workLane(lane, rows, now, kickLane)));
  await Promise.race([work, patience(patienceMs)]);
  return { lanes: lanes.size, unconfirmed: dead.length };
}

/** Rows behind a first one that waits are put off with it, so that they do not crowd out the lanes that can go on. */
async function workLane(
  lane: string,
  rows: ReadRow[],
  now: number,
  kickLane: (lane: string) => Promise<void>,
): Promise<void> {
  await kickLane(lane);
  if (rows.length < 2) return;
  const head = await peekLane(lane);
  if (head?.state !== "queued" || head.dueAt === null || head.dueAt <= now) return;
  await postponeRows(
    rows.filter(({ row }) => row.id !== head.id),
    head.dueAt,
  );
}

function leaveUnconfirmed({ id, conversationId }: OutboxRow, now: number): Promise<void> {
  return inUnit(async (unit) => {
    const row = await unit.get(outbox().doc(id));
    if (!row || !isDead(row, now)) return;
    const found = await currentMessage(unit, systemActor, row.conversationId, row.id);
    unit.set(outbox().doc(id), unconfirmedRow(row));
    if (found) saveOutbound(unit, found.conversation, unconfirmedMessage(found.message, now), now);
    log.warn(
      { rowId: id, channelId: row.channelId },
      "a sender did not come back; its message is unconfirmed",
    );
  }, turnOfConversation(conversationId));
}

const isDead = (row: OutboxRow, now: number) =>
  row.state === "sending" && row.leaseUntil !== null && row.leaseUntil <= now;

const patience = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms).unref());
