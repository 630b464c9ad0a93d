import type { WebhookItem } from "@/lib/domain/provider-event";
import { objectOf } from "../object-of";
import { storable } from "../storable";
import { type ChannelUnit, ignored, isolated, numbered } from "../unit";
import { parseChange } from "./parse-change";
import { WireBody, WireEntry } from "./wire";

/**
 * Every message, status, echo and change of a WhatsApp webhook body, in the order they stand in it. Never throws;
 * a body of another `object` gives none.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/overview
 */
export function parseWhatsAppBody(body: unknown): WebhookItem[] {
  if (objectOf(body) !== "whatsapp_business_account") return [];
  return numbered(WireBody.parse(storable(body)).entry.flatMap(parseEntry));
}

function parseEntry(raw: unknown): ChannelUnit[] {
  const entry = WireEntry.safeParse(raw).data;
  const wabaId = entry?.id ?? "";
  const nowhere = { type: "whatsapp", wabaId, phoneNumberId: null, displayPhone: null } as const;
  if (!entry || entry.changes.length === 0) {
    return [{ ...ignored("entry", "The entry holds no changes"), channel: nowhere }];
  }
  return entry.changes.flatMap((change) => {
    try {
      return parseChange(change, { wabaId, time: entry.time });
    } catch (error) {
      const unit = isolated("change", () => {
        throw error;
      });
      return [{ ...unit, channel: nowhere }];
    }
  });
}
