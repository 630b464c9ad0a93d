import type { WebhookEvent } from "@/lib/domain/webhook-event";
import { webhookEvents } from "@/lib/store/webhook-events";

/** One webhook event and what became of its items, without its body; null when there is none. */
export async function readWebhookEvent(id: string): Promise<WebhookEvent | null> {
  if (id.includes("/")) return null;
  return (await webhookEvents().doc(id).get()).data() ?? null;
}
