import { FieldValue, Timestamp, type Transaction, type WriteBatch } from "firebase-admin/firestore";
import { ulid } from "ulid";
import type { FeedRow } from "@/lib/domain/live-event";
import { processWide } from "@/lib/process-wide";
import { db } from "./firestore";

const HOUR_MS = 60 * 60 * 1000;
/** How long readers find every row. */
export const FEED_KEEP_MS = HOUR_MS;
/** When the store's own TTL may delete a row: later, for outgoing webhooks that could not be worked out meanwhile. */
export const FEED_EXPIRE_MS = 24 * HOUR_MS;

/** `feed`: rows carry `at` (server time, what the listener sorts by) and `expireAt` (TTL in production). A job prunes it. */
export const feed = () => db().collection("feed");

export type NewFeedRow = Pick<FeedRow, "kind"> &
  Partial<Pick<FeedRow, "conversationId" | "messageIds" | "subjectId">>;

const PAGE = 300;

/** Deletes what the feed tells of a conversation. */
export async function forgetFeedOf(conversationId: string): Promise<void> {
  for (;;) {
    const page = await feed().where("conversationId", "==", conversationId).limit(PAGE).select().get();
    if (page.empty) return;
    const batch = db().batch();
    for (const row of page.docs) batch.delete(row.ref);
    await batch.commit();
  }
}

/** Adds a "this changed" row in the same transaction or batch as the change. */
export function addFeedRow(writer: Transaction | WriteBatch, row: NewFeedRow): void {
  const data = {
    kind: row.kind,
    conversationId: row.conversationId ?? null,
    messageIds: row.messageIds ?? [],
    subjectId: row.subjectId ?? null,
    at: FieldValue.serverTimestamp(),
    expireAt: Timestamp.fromMillis(Date.now() + FEED_EXPIRE_MS),
  };
  (writer as WriteBatch).create(feed().doc(ulid()), data);
  feedWrites().count += 1;
}

/** How many rows this process has added, for who wants to look at the feed soon after. */
export const feedWrites = () => processWide("feed-writes", () => ({ count: 0 }));
