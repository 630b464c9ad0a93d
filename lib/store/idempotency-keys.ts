import { Timestamp } from "firebase-admin/firestore";
import { db } from "./firestore";

const KEEP_MS = 24 * 60 * 60 * 1000;

export type IdempotencyRow = { messageId: string; requestHash: string; createdAt: number };

/**
 * Keeps which message an `Idempotency-Key` stands for, for 24 hours. The first caller's row wins; everybody gets it back.
 * `id` is a digest of key and operation.
 */
export async function claimIdempotencyKey(id: string, wanted: IdempotencyRow): Promise<IdempotencyRow> {
  const reference = db().collection("idempotencyKeys").doc(id);
  return db().runTransaction(async (transaction) => {
    const known = (await transaction.get(reference)).data() as IdempotencyRow | undefined;
    if (known && known.createdAt > wanted.createdAt - KEEP_MS) return known;
    transaction.set(reference, { ...wanted, expireAt: Timestamp.fromMillis(wanted.createdAt + KEEP_MS) });
    return wanted;
  });
}

/** Forgets what stands for these messages: a key's request digest is made of what was sent. */
export async function forgetIdempotencyKeys(messageIds: readonly string[]): Promise<void> {
  for (const messageId of messageIds) {
    const rows = await db().collection("idempotencyKeys").where("messageId", "==", messageId).get();
    await Promise.all(rows.docs.map((row) => row.ref.delete()));
  }
}
