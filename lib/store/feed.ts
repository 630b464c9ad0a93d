import { FieldValue, Timestamp, type Transaction, type WriteBatch } from "firebase-admin/firestore";
import { ulid } from "ulid";
import type { FeedRow } from "@/lib/domain/live-event";
import { db } from "./firestore";

const KEEP_MS = 60 * 60 * 1000;

/** `feed`: rows carry `at` (server time, what the listener sorts by) and `expireAt` (TTL in production, pruned by a job elsewhere). */
export const feed = () => db().collection("feed");

export type NewFeedRow = Pick<FeedRow, "kind"> &
  Partial<Pick<FeedRow, "conversationId" | "messageIds" | "subjectId">>;

/** Adds a "this changed" row in the same transaction or batch as the change. */
export function addFeedRow(writer: Transaction | WriteBatch, row: NewFeedRow): void {
  const data = {
    kind: row.kind,
    conversationId: row.conversationId ?? null,
    messageIds: row.messageIds ?? [],
    subjectId: row.subjectId ?? null,
    at: FieldValue.serverTimestamp(),
    expireAt: Timestamp.fromMillis(Date.now() + KEEP_MS),
  };
  (writer as WriteBatch).create(feed().doc(ulid()), data);
}
