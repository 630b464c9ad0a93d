import { inTransaction } from "@/lib/store/transaction";
import { webhookEvents } from "@/lib/store/webhook-events";

const CLAIM_MS = 60_000;

/** Takes an event that is due for a minute, so that no other process works on it; false when one does. Epoch ms. */
export function claimEvent(id: string, now: number): Promise<boolean> {
  const ref = webhookEvents().doc(id);
  return inTransaction(async (tx) => {
    const event = (await tx.get(ref)).data();
    if (event?.state !== "received" || event.dueAt === null || event.dueAt > now) return false;
    tx.update(ref, { dueAt: now + CLAIM_MS });
    return true;
  });
}
