import { parseInstagramBody } from "@/lib/channels/instagram/parse";
import { parseWhatsAppBody } from "@/lib/channels/whatsapp/parse";
import type { WebhookItem } from "@/lib/domain/provider-event";
import type { WebhookEvent } from "@/lib/domain/webhook-event";
import { wellFormed } from "./well-formed";

/** The items of a body; none of them depends on another. */
export function itemsOf(channel: WebhookEvent["channel"], body: unknown): WebhookItem[] {
  const clean = wellFormed(body);
  return channel === "whatsapp" ? parseWhatsAppBody(clean) : parseInstagramBody(clean);
}
