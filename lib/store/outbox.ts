import type { Query, Timestamp } from "firebase-admin/firestore";
import { OutboxRow } from "@/lib/domain/outbox";
import { typedCollection } from "./typed-collection";

export const outbox = () => typedCollection("outbox", OutboxRow);

/** The row whose turn it is in a conversation. Needs the composite index (lane, sortKey). */
export const headOfLane = (lane: string): Query<OutboxRow> =>
  outbox().where("lane", "==", lane).orderBy("sortKey").limit(1);

/** Rows of a conversation, waiting, under way or unconfirmed, in no order. */
export const rowsOfConversation = (conversationId: string): Query<OutboxRow> =>
  outbox().where("conversationId", "==", conversationId);

/** Waiting rows whose time has come, longest overdue first. `now` in epoch ms. */
export const dueRows = (now: number, limit: number): Query<OutboxRow> =>
  outbox().where("dueAt", "<=", now).orderBy("dueAt").limit(limit);

/** Rows whose sender did not come back in time: it died, or its answer was lost. `now` in epoch ms. */
export const expiredRows = (now: number, limit: number): Query<OutboxRow> =>
  outbox().where("leaseUntil", "<=", now).orderBy("leaseUntil").limit(limit);

export type ReadRow = { row: OutboxRow; readAt: Timestamp };

/** The rows that a query finds, each with when it was last changed. */
export async function readRows(query: Query<OutboxRow>): Promise<ReadRow[]> {
  const snapshot = await query.get();
  return snapshot.docs.map((document) => ({ row: document.data(), readAt: document.updateTime }));
}

/**
 * Puts waiting rows off until `dueAt` (epoch ms), each only if nobody changed it since it was read.
 * Losing such a race is harmless: whoever won knows better.
 */
export async function postponeRows(rows: readonly ReadRow[], dueAt: number): Promise<void> {
  await Promise.allSettled(
    rows.map(({ row, readAt }) => outbox().doc(row.id).update({ dueAt }, { lastUpdateTime: readAt })),
  );
}

/** Makes every waiting row of a channel due at `now` (epoch ms). Rows that change meanwhile are left to whoever changed them. */
export async function wakeChannelRows(channelId: string, now: number): Promise<void> {
  const rows = await readRows(outbox().where("channelId", "==", channelId));
  const asleep = rows.filter(({ row }) => row.state === "queued" && row.dueAt !== null && row.dueAt > now);
  for (let at = 0; at < asleep.length; at += 100) await postponeRows(asleep.slice(at, at + 100), now);
}
