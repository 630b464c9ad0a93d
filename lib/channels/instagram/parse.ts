import type { WebhookItem } from "@/lib/domain/provider-event";

/** Every message, status, echo and change of a Instagram webhook body, in order. Never throws. */
export function parseInstagramBody(_body: unknown): WebhookItem[] {
  return [];
}
