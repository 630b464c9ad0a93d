import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { inTransaction } from "@/lib/store/transaction";
import { deliveriesOf, webhookDeliveries } from "@/lib/store/webhook-deliveries";
import { webhookSubscriptions } from "@/lib/store/webhook-subscriptions";
import { auditedWebhook } from "./audited-webhook";

const AT_ONCE = 200;

type Wanted = { subscriptionId: string; deliveryId: string | null };

/**
 * Sends a delivery again, with a new round of tries; without `deliveryId`, all that failed. What is under way or waits
 * becomes due at once. Gives how many. `conflict` while the webhook is not active.
 */
export async function sendAgain(
  actor: Actor,
  wanted: Wanted,
  now = Date.now(),
): Promise<Result<{ count: number }>> {
  if (!can(actor, "webhook.manage")) return fail("forbidden", "Only admins send webhooks again.");
  const { subscriptionId, deliveryId } = wanted;
  const subscription = (await webhookSubscriptions().doc(subscriptionId).get()).data();
  if (!subscription) return fail("not_found", "There is no such webhook.");
  if (!subscription.isActive) return fail("conflict", "The webhook is not active.");
  const count =
    deliveryId === null ? await allFailed(subscriptionId, now) : await one(subscriptionId, deliveryId, now);
  if (count === 0 && deliveryId !== null) return fail("not_found", "There is no such delivery.");
  if (count === 0) return ok({ count });
  const entry = await auditEntry(actor, auditedWebhook("resent", subscription, { count }), now);
  await inTransaction(async (tx) => addAuditEntry(tx, entry));
  return ok({ count });
}

async function allFailed(subscriptionId: string, now: number): Promise<number> {
  let count = 0;
  for (;;) {
    const page = await deliveriesOf(subscriptionId, "failed").limit(AT_ONCE).get();
    const again = await Promise.all(page.docs.map(({ id }) => one(subscriptionId, id, now)));
    count += again.reduce((sum, each) => sum + each, 0);
    if (page.size < AT_ONCE) return count;
  }
}

function one(subscriptionId: string, id: string, now: number): Promise<number> {
  const ref = webhookDeliveries().doc(id);
  return inTransaction(async (tx) => {
    const row = (await tx.get(ref)).data();
    if (row?.subscriptionId !== subscriptionId || row.type === "gap" || row.state === "dropped") return 0;
    if (row.state !== "sending") tx.set(ref, { ...row, state: "waiting", dueAt: now, tries: 0 });
    return 1;
  });
}
