import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, type Result } from "@/lib/domain/result";
import type { DeliveryState, WebhookDelivery } from "@/lib/domain/webhook-delivery";
import { type Page, readPage } from "@/lib/store/read-page";
import { deliveriesOf } from "@/lib/store/webhook-deliveries";

/** A page of a subscription's log, newest first; with `state` only those. */
export async function listDeliveries(
  actor: Actor,
  query: { subscriptionId: string; state: DeliveryState | null; cursor: string | null; limit: number },
): Promise<Result<Page<WebhookDelivery>>> {
  if (!can(actor, "webhook.manage")) return fail("forbidden", "Only admins see what webhooks were sent.");
  const { subscriptionId, state, cursor, limit } = query;
  return readPage(deliveriesOf(subscriptionId, state), { field: "createdAt", cursor, limit });
}
