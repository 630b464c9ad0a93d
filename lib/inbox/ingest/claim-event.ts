import { inTransaction } from "@/lib/store/transaction";
import { webhookEvents } from "@/lib/store/webhook-events";
import { MAX_ATTEMPTS } from "./settle-event";

const CLAIM_MS = 60_000;

/**
 * Takes an event that is due for a minute, so that no other process works on it; false when one does. The attempt
 * counts from here on, so an event that kills its process again and again is given up in the end. Epoch ms.
 */
export function claimEvent(id: string, now: number): Promise<boolean> {
  const ref = webhookEvents().doc(id);
  return inTransaction(async (tx) => {
    const event = (await tx.get(ref)).data();
    if (event?.state !== "received" || event.dueAt === null || event.dueAt > now) return false;
    if (event.attempts >= MAX_ATTEMPTS) {
      tx.update(ref, {
        state: "failed",
        dueAt: null,
        processedAt: now,
        error: "never_finished",
        leaseUntil: null,
      });
      return false;
    }
    tx.update(ref, { dueAt: now + CLAIM_MS, leaseUntil: now + CLAIM_MS, attempts: event.attempts + 1 });
    return true;
  });
}
