import { retryWaitMs, STOP_AFTER_MS } from "@/lib/domain/webhook-back-off";
import { type DeliveryAttempt, type WebhookDelivery, withAttempt } from "@/lib/domain/webhook-delivery";
import type { WebhookSubscription } from "@/lib/domain/webhook-subscription";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { addAuditEntry } from "@/lib/store/audit-log";
import { inTransaction } from "@/lib/store/transaction";
import { webhookDeliveries } from "@/lib/store/webhook-deliveries";
import { webhookSubscriptions } from "@/lib/store/webhook-subscriptions";
import { forgetSubscriptions } from "./known-subscriptions";
import type { Posted } from "./post";

const GONE = 410;
/** How often a healthy subscription's last success is written. */
const SUCCESS_EVERY_MS = 60_000;

export const isSuccess = ({ status }: Pick<Posted, "status">) =>
  status !== null && status >= 200 && status < 300;

/** Keeps how a try went: done, due again later, or failed for good; and what it says of the receiver. Epoch ms. */
export async function settleDelivery(
  claimed: WebhookDelivery,
  posted: Posted,
  { now, random }: { now: number; random: number },
): Promise<void> {
  const { retryAfterMs, ...outcome } = posted;
  await writeBack(claimed, (row) => {
    const tried = withAttempt(row, { at: now - posted.durationMs, ...outcome } satisfies DeliveryAttempt);
    if (isSuccess(posted)) return { ...tried, state: "delivered" };
    const waitMs = posted.status === GONE ? null : retryWaitMs(row.tries, random, retryAfterMs);
    return waitMs === null
      ? { ...tried, state: "failed" }
      : { ...tried, state: "waiting", dueAt: now + waitMs };
  });
  await noteHealth(claimed.subscriptionId, posted, now);
}

/** There is nothing left to tell. */
export function dropDelivery(claimed: WebhookDelivery): Promise<void> {
  return writeBack(claimed, (row) => ({ ...row, state: "dropped" }));
}

/** Only the claim's owner writes; who came too late finds another's, and leaves it alone. */
function writeBack(claimed: WebhookDelivery, next: (row: WebhookDelivery) => WebhookDelivery): Promise<void> {
  const ref = webhookDeliveries().doc(claimed.id);
  return inTransaction(async (tx) => {
    const row = (await tx.get(ref)).data();
    if (row?.state !== "sending" || row.leaseOwner !== claimed.leaseOwner) return;
    tx.set(ref, { ...next(row), leaseUntil: null, leaseOwner: null });
  });
}

/** Since when a receiver fails, when it last did not; 410, or days of failing, stop it. */
export async function noteHealth(subscriptionId: string, posted: Posted, now: number): Promise<void> {
  const ref = webhookSubscriptions().doc(subscriptionId);
  const isStopped = await inTransaction(async (tx) => {
    const row = (await tx.get(ref)).data();
    const next = row ? healthAfter(row, posted, now) : null;
    if (!row || !next || next === row) return false;
    const wasStopped = row.isActive && !next.isActive;
    const entry = wasStopped
      ? await auditEntry(
          systemActor,
          {
            action: "webhook.disabled",
            subject: { kind: "webhook", id: row.id, name: row.name },
            detail: { reason: next.disabledReason },
          },
          now,
        )
      : null;
    tx.set(ref, next);
    if (entry) addAuditEntry(tx, entry);
    return wasStopped;
  });
  if (isStopped) forgetSubscriptions();
}

function healthAfter(row: WebhookSubscription, posted: Posted, now: number): WebhookSubscription {
  if (isSuccess(posted)) {
    const isFresh = row.failingSince === null && now - (row.lastSuccessAt ?? 0) < SUCCESS_EVERY_MS;
    return isFresh ? row : { ...row, failingSince: null, lastSuccessAt: now };
  }
  const failingSince = row.failingSince ?? now;
  const isGone = posted.status === GONE;
  if (row.isActive && (isGone || now - failingSince >= STOP_AFTER_MS)) {
    const disabledReason = isGone ? "gone" : "failing";
    return { ...row, failingSince, isActive: false, disabledReason, stoppedAt: now, updatedAt: now };
  }
  return row.failingSince === null ? { ...row, failingSince } : row;
}
