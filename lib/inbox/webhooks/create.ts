import { ulid } from "ulid";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { newWebhookSecret } from "@/lib/domain/webhook-signature";
import type { WebhookChoice, WebhookSubscription } from "@/lib/domain/webhook-subscription";
import { auditEntry } from "@/lib/inbox/audit/audit-entry";
import { sealSecret } from "@/lib/inbox/seal/seal";
import { addAuditEntry } from "@/lib/store/audit-log";
import { inTransaction } from "@/lib/store/transaction";
import { webhookSubscriptions } from "@/lib/store/webhook-subscriptions";
import { auditedWebhook, detailOf } from "./audited-webhook";
import { checkDestination } from "./check-destination";
import { forgetSubscriptions } from "./known-subscriptions";
import { secretPlace } from "./secrets";

/** Tells a URL of events from now on. `secret` in the answer is the only time it is ever told. */
export async function createWebhook(
  actor: Actor,
  choice: WebhookChoice,
  now = Date.now(),
): Promise<Result<{ id: string; secret: string }>> {
  if (!can(actor, "webhook.manage")) return fail("forbidden", "Only admins manage webhooks.");
  const url = await checkDestination(choice.url);
  if (!url.ok) return url;
  const id = ulid(now);
  const secret = newWebhookSecret();
  const sealed = await sealSecret(secret, secretPlace(id), now);
  if (!sealed.ok) return sealed;
  const row: WebhookSubscription = {
    id,
    name: choice.name,
    url: url.data,
    events: choice.events,
    channelIds: choice.channelIds,
    secret: sealed.data,
    oldSecret: null,
    isActive: true,
    disabledReason: null,
    stoppedAt: null,
    activeFrom: now,
    failingSince: null,
    lastSuccessAt: null,
    createdAt: now,
    createdBy: { id: actor.id, name: actor.name },
    updatedAt: now,
  };
  const entry = await auditEntry(actor, auditedWebhook("created", row, detailOf(row)), now);
  await inTransaction(async (tx) => {
    tx.create(webhookSubscriptions().doc(id), row);
    addAuditEntry(tx, entry);
  });
  forgetSubscriptions();
  return ok({ id, secret });
}
