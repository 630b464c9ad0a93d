import type { Query } from "firebase-admin/firestore";
import { OutboxRow } from "@/lib/domain/outbox";
import { db } from "./firestore";
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

/** Rows of a channel that wait. */
export const rowsOfChannel = (channelId: string): Query<OutboxRow> =>
  outbox().where("channelId", "==", channelId);

/**
 * Puts waiting rows off until `dueAt` (epoch ms), each only if nobody changed it since `rows` was read.
 * Losing such a race is harmless: whoever won knows better.
 */
export async function postponeRows(rows: { id: string; readAt: RowVersion }[], dueAt: number): Promise<void> {
  await Promise.allSettled(
    rows.map(({ id, readAt }) =>
      db().collection("outbox").doc(id).update({ dueAt }, { lastUpdateTime: readAt }),
    ),
  );
}

export type RowVersion = FirebaseFirestore.Timestamp;
