import { db } from "./firestore";

const LOOKED_AT = 200;

/** When the oldest webhook event that still has work left was received, in epoch ms; null when none has. Looks at those overdue longest. */
export async function oldestEventAt(): Promise<number | null> {
  const waiting = await db()
    .collection("webhookEvents")
    .where("dueAt", ">", 0)
    .orderBy("dueAt")
    .limit(LOOKED_AT)
    .select("receivedAt")
    .get();
  const times = waiting.docs.map((document) => document.get("receivedAt") as unknown);
  const known = times.filter((time): time is number => typeof time === "number");
  return known.length > 0 ? Math.min(...known) : null;
}
