import { ulid } from "ulid";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import {
  type DeliveryAttempt,
  newDelivery,
  type WebhookDelivery,
  withAttempt,
} from "@/lib/domain/webhook-delivery";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { addAuditEntry } from "@/lib/store/audit-log";
import { inTransaction } from "@/lib/store/transaction";
import { webhookDeliveries } from "@/lib/store/webhook-deliveries";
import { webhookSubscriptions } from "@/lib/store/webhook-subscriptions";
import { auditedWebhook } from "./audited-webhook";
import type { Poster } from "./post";
import { sendDelivery } from "./send-delivery";
import { isSuccess } from "./settle";

/** Sends one test event at once, also while the webhook is paused, and gives how it went. It is never tried again. */
export async function sendTestEvent(
  actor: Actor,
  { id }: { id: string },
  post: Poster,
  now = Date.now(),
): Promise<Result<DeliveryAttempt>> {
  if (!can(actor, "webhook.manage")) return fail("forbidden", "Only admins test webhooks.");
  const subscription = (await webhookSubscriptions().doc(id).get()).data();
  if (!subscription) return fail("not_found", "There is no such webhook.");
  const test: WebhookDelivery = newDelivery(
    id,
    {
      eventId: `evt_test_${ulid(now)}`,
      type: "webhook.test",
      conversationId: null,
      messageId: null,
      contactId: null,
      channelId: null,
      detail: null,
      occurredAt: now,
    },
    now,
  );
  const posted = await sendDelivery(test, subscription, post, now);
  if (!posted) return fail("internal", "The test event could not be built.");
  const { retryAfterMs: _retry, ...outcome } = posted;
  const attempt = { at: now, ...outcome };
  const state = isSuccess(posted) ? ("delivered" as const) : ("failed" as const);
  const row = { ...withAttempt(test, attempt), state, dueAt: null, tries: 1 };
  const entry = await auditEntry(
    actor,
    auditedWebhook("tested", subscription, { status: posted.status }),
    now,
  );
  await inTransaction(async (tx) => {
    tx.create(webhookDeliveries().doc(row.id), row);
    addAuditEntry(tx, entry);
  });
  return ok(attempt);
}
