import { z } from "zod";
import type { ProviderEvent } from "@/lib/domain/provider-event";
import { id, listOf, numeric, optional, text } from "../lenient";
import { epochMs } from "../timestamp";
import { ignored, type Unit } from "../unit";

const Value = z.object({
  event: optional(text),
  decision: optional(text),
  rejection_reason: optional(text),
  current_limit: optional(text),
  ban_info: optional(z.object({ waba_ban_state: optional(text), waba_ban_date: optional(text) })),
  violation_info: optional(z.object({ violation_type: optional(text) })),
  restriction_info: listOf(z.object({ restriction_type: optional(text) })),
  disconnection_info: optional(z.object({ reason: optional(text) })),
  alert_info: optional(
    z.object({
      alert_type: optional(text),
      alert_description: optional(text),
    }),
  ),
  alert_type: optional(text),
  alert_description: optional(text),
  max_daily_conversations_per_business: optional(z.union([id, numeric.transform(String)])),
  max_daily_conversation_per_phone: optional(z.union([id, numeric.transform(String)])),
});
type Value = z.output<typeof Value>;
type AccountEvent = Extract<ProviderEvent, { type: "account" }>;
type Told = Partial<Pick<AccountEvent, "change" | "notice">>;

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

const readers: Record<string, (value: Value) => Told> = {
  phone_number_quality_update: ({ event, current_limit }) => ({
    change: {
      ...(event === "FLAGGED" || event === "UNFLAGGED" ? { quality: event } : {}),
      ...(current_limit ? { messagingLimit: current_limit } : {}),
    },
    notice: event ? { name: `quality_${nameOf(event)}`, detail: current_limit ?? null } : undefined,
  }),
  phone_number_name_update: ({ decision, rejection_reason }) => ({
    change: decision ? { nameStatus: decision } : {},
    notice: decision ? { name: `name_${nameOf(decision)}`, detail: rejection_reason ?? null } : undefined,
  }),
  account_review_update: ({ decision }) => ({
    change: decision ? { accountState: `REVIEW_${decision}` } : {},
    notice: decision ? { name: `review_${nameOf(decision)}`, detail: null } : undefined,
  }),
  account_update: (value) => ({
    change: accountStateOf(value),
    notice: value.event ? { name: nameOf(value.event), detail: detailOf(value) } : undefined,
  }),
  account_alerts: ({ alert_info, ...value }) => {
    const type = alert_info?.alert_type ?? value.alert_type;
    const description = alert_info?.alert_description ?? value.alert_description;
    return type || description ? { notice: { name: "alert", detail: description ?? type ?? null } } : {};
  },
  business_capability_update: (value) => {
    const limit = value.max_daily_conversations_per_business ?? value.max_daily_conversation_per_phone;
    return limit ? { change: { messagingLimit: limit }, notice: { name: "capability", detail: limit } } : {};
  },
};

export const accountFields = new Set(Object.keys(readers));

/**
 * News of the number or the account.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/account_update
 */
export function parseAccountField(field: string, content: Record<string, unknown>, time: unknown): Unit {
  const kind = `field.${field}`;
  const { change = {}, notice } = readers[field]?.(Value.parse(content)) ?? {};
  if (Object.keys(change).length === 0 && !notice)
    return ignored(kind, "Changes nothing about the number or the account");
  return { kind, event: { type: "account", change, ...(notice ? { notice } : {}), at: epochMs(time) } };
}

function accountStateOf({ event, ban_info }: Value): AccountEvent["change"] {
  if (!event || !accountStates.has(event)) return {};
  return { accountState: ban_info?.waba_ban_state ?? event };
}

/** Meta's own words for what, why or when. */
function detailOf(value: Value): string | null {
  const told = [
    value.violation_info?.violation_type,
    value.ban_info?.waba_ban_state,
    value.ban_info?.waba_ban_date,
    ...value.restriction_info.map(({ restriction_type }) => restriction_type),
    value.disconnection_info?.reason,
  ].filter((word) => word !== undefined);
  return told.length > 0 ? told.join(", ").slice(0, 300) : null;
}

const nameOf = (word: string): string =>
  word
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .slice(0, 60);
