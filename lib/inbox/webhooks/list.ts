import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { summaryOf, type WebhookSummary } from "@/lib/domain/webhook-subscription";
import { webhookSubscriptions } from "@/lib/store/webhook-subscriptions";

/** Every outgoing webhook without its secrets, by name. */
export async function listWebhooks(actor: Actor): Promise<Result<WebhookSummary[]>> {
  if (!can(actor, "webhook.manage")) return fail("forbidden", "Only admins see the webhooks.");
  const snapshot = await webhookSubscriptions().get();
  const all = snapshot.docs.map((document) => summaryOf(document.data()));
  return ok(all.sort((a, b) => a.name.localeCompare(b.name)));
}

/** One of them; `not_found` when there is none. */
export async function readWebhook(actor: Actor, id: string): Promise<Result<WebhookSummary>> {
  if (!can(actor, "webhook.manage")) return fail("forbidden", "Only admins see the webhooks.");
  const row = /^\w{1,40}$/.test(id) ? (await webhookSubscriptions().doc(id).get()).data() : undefined;
  return row ? ok(summaryOf(row)) : fail("not_found", "There is no such webhook.");
}
