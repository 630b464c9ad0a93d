import { type WebhookDelivery, withAttempt } from "@/lib/domain/webhook-delivery";
import { inTransaction } from "@/lib/store/transaction";
import { interruptedDeliveries, webhookDeliveries } from "@/lib/store/webhook-deliveries";

/** Longer than a try may take, so that a live sender's row is never taken for a dead one's. */
export const LEASE_MS = 30_000;
const PAGE = 100;

/** Takes a delivery that waits and is due, for one try; null when another sender has it or it is done. Epoch ms. */
export function claimDelivery(id: string, owner: string, now: number): Promise<WebhookDelivery | null> {
  const ref = webhookDeliveries().doc(id);
  return inTransaction(async (tx) => {
    const row = (await tx.get(ref)).data();
    if (row?.state !== "waiting" || row.dueAt === null || row.dueAt > now) return null;
    const claimed: WebhookDelivery = {
      ...row,
      state: "sending",
      dueAt: null,
      leaseUntil: now + LEASE_MS,
      leaseOwner: owner,
      tries: row.tries + 1,
    };
    tx.set(ref, claimed);
    return claimed;
  });
}

/** Puts back what a dead sender had in hand. It may have been sent: at least once is what is promised. */
export async function recoverInterrupted(now: number): Promise<void> {
  const dead = await interruptedDeliveries(now, PAGE).get();
  for (const { ref } of dead.docs) {
    await inTransaction(async (tx) => {
      const row = (await tx.get(ref)).data();
      if (row?.state !== "sending" || row.leaseUntil === null || row.leaseUntil > now) return;
      const attempt = {
        at: row.leaseUntil - LEASE_MS,
        status: null,
        durationMs: 0,
        error: "interrupted" as const,
      };
      tx.set(ref, {
        ...withAttempt(row, attempt),
        state: "waiting",
        dueAt: now,
        leaseUntil: null,
        leaseOwner: null,
      });
    });
  }
}
