import { Timestamp } from "firebase-admin/firestore";
import { db } from "./firestore";

const BATCH = 300;

/** Deletes the documents of a collection whose `expireAt` is before `now` (epoch ms), in batches. */
export async function deleteExpired(collection: string, now: number): Promise<number> {
  let deleted = 0;
  for (;;) {
    const expired = db().collection(collection).where("expireAt", "<", Timestamp.fromMillis(now));
    const page = await expired.limit(BATCH).select().get();
    if (page.empty) return deleted;
    const batch = db().batch();
    for (const row of page.docs) batch.delete(row.ref);
    await batch.commit();
    deleted += page.size;
  }
}
