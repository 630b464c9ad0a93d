import type { Actor } from "@/lib/domain/member";
import type { Result } from "@/lib/domain/result";
import { gapDelivery } from "@/lib/domain/webhook-delivery";
import { webhookDeliveries } from "@/lib/store/webhook-deliveries";
import { changeWebhook } from "./change";

/** Stops sending. What waits is kept; what happens meanwhile is not told later. */
export function pauseWebhook(actor: Actor, { id }: { id: string }, now = Date.now()): Promise<Result<null>> {
  return changeWebhook(
    actor,
    id,
    {
      what: "paused",
      next: (row) => (row.isActive ? { ...row, isActive: false, disabledReason: null, stoppedAt: now } : row),
    },
    now,
  );
}

/** Sends again: what waits, and what happens from now on. The log says what time is missing. */
export function resumeWebhook(actor: Actor, { id }: { id: string }, now = Date.now()): Promise<Result<null>> {
  return changeWebhook(
    actor,
    id,
    {
      what: "resumed",
      next: (row) =>
        row.isActive
          ? row
          : {
              ...row,
              isActive: true,
              disabledReason: null,
              stoppedAt: null,
              failingSince: null,
              activeFrom: now,
            },
      also: (tx, before) => {
        const gap = gapDelivery(id, before.stoppedAt ?? now, now);
        tx.set(webhookDeliveries().doc(gap.id), gap);
      },
    },
    now,
  );
}
