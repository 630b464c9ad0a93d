import { z } from "zod";
import { id, numeric, optional, text } from "../lenient";
import { epochMs } from "../timestamp";
import { ignored, type Unit } from "../unit";

const Value = z.object({
  event: optional(text),
  decision: optional(text),
  current_limit: optional(text),
  ban_info: optional(z.object({ waba_ban_state: optional(text) })),
  max_daily_conversations_per_business: optional(z.union([id, numeric.transform(String)])),
  max_daily_conversation_per_phone: optional(z.union([id, numeric.transform(String)])),
});
type Value = z.output<typeof Value>;
type Change = { quality?: string; messagingLimit?: string; nameStatus?: string; accountState?: string };

/** The events of `account_update` that say how the account stands; the rest is about partners, prices and places. */
const accountStates = new Set([
  "ACCOUNT_VIOLATION",
  "ACCOUNT_RESTRICTION",
  "ACCOUNT_DELETED",
  "ACCOUNT_OFFBOARDED",
  "ACCOUNT_RECONNECTED",
  "DISABLED_UPDATE",
  "PARTNER_REMOVED",
  "PARTNER_APP_UNINSTALLED",
]);

const readers: Record<string, (value: Value) => Change> = {
  phone_number_quality_update: ({ event, current_limit }) => ({
    ...(event === "FLAGGED" || event === "UNFLAGGED" ? { quality: event } : {}),
    ...(current_limit ? { messagingLimit: current_limit } : {}),
  }),
  phone_number_name_update: ({ decision }) => (decision ? { nameStatus: decision } : {}),
  account_review_update: ({ decision }) => (decision ? { accountState: `REVIEW_${decision}` } : {}),
  account_update: ({ event, ban_info }) => {
    if (!event || !accountStates.has(event)) return {};
    return { accountState: ban_info?.waba_ban_state ?? event };
  },
  business_capability_update: (value) => {
    const limit = value.max_daily_conversations_per_business ?? value.max_daily_conversation_per_phone;
    return limit ? { messagingLimit: limit } : {};
  },
};

export const accountFields = new Set(Object.keys(readers));

/**
 * News of the number or the account.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_update
 */
export function parseAccountField(field: string, content: Record<string, unknown>, time: unknown): Unit {
  const kind = `field.${field}`;
  const change = readers[field]?.(Value.parse(content)) ?? {};
  if (Object.keys(change).length === 0)
    return ignored(kind, "Changes nothing about the number or the account");
  return { kind, event: { type: "account", change, at: epochMs(time) } };
}
