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
