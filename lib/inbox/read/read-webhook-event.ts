import type { WebhookEvent } from "@/lib/domain/webhook-event";
import { isDocumentId } from "@/lib/store/document-id";
import { webhookEvents } from "@/lib/store/webhook-events";

/** One webhook event and what became of its items, without its body; null when there is none. */
export async function readWebhookEvent(id: string): Promise<WebhookEvent | null> {
  if (!isDocumentId(id)) return null;
  return (await webhookEvents().doc(id).get()).data() ?? null;
}
