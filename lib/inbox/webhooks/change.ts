import { isDeepStrictEqual } from "node:util";
import type { AuditDetail } from "@/lib/domain/audit";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import type { WebhookSubscription } from "@/lib/domain/webhook-subscription";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { inTransaction, type Transaction } from "@/lib/store/transaction";
import { webhookSubscriptions } from "@/lib/store/webhook-subscriptions";
import { auditedWebhook } from "./audited-webhook";
import { forgetSubscriptions } from "./known-subscriptions";

type Change = {
  /** What the audit log calls it: `webhook.<what>`. */
  what: string;
  detail?: (row: WebhookSubscription) => AuditDetail;
  /** The subscription as it is to be; null: gone. The same object: nothing changes. */
  next: (row: WebhookSubscription) => WebhookSubscription | null;
  /** Written along with it. */
  also?: (tx: Transaction, before: WebhookSubscription) => void;
};

/** Changes a subscription and leaves the entry for it, in one. `not_found` when it is gone. */
export async function changeWebhook(
  actor: Actor,
  id: string,
  change: Change,
  now: number,
): Promise<Result<null>> {
  if (!can(actor, "webhook.manage")) return fail("forbidden", "Only admins manage webhooks.");
  const ref = webhookSubscriptions().doc(id);
  const changed = await inTransaction<Result<null>>(async (tx) => {
    const row = (await tx.get(ref)).data();
    if (!row) return fail("not_found", "There is no such webhook.");
    const next = change.next(row);
    if (isDeepStrictEqual(next, row)) return ok(null);
    const about = auditedWebhook(change.what, next ?? row, change.detail?.(next ?? row));
    const entry = await auditEntry(actor, about, now);
    if (next) tx.set(ref, { ...next, updatedAt: now });
    else tx.delete(ref);
    addAuditEntry(tx, entry);
    change.also?.(tx, row);
    return ok(null);
  });
  forgetSubscriptions();
  return changed;
}
