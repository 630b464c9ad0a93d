import { ignored, type Unit } from "../unit";
import { parseItem } from "./parse-item";
import { WireChange } from "./wire";

const reasons: Record<string, string> = {
  comments: "Comments are not handled",
  live_comments: "Comments are not handled",
  mentions: "Mentions are not handled",
  story_insights: "Story figures are not followed",
};

/** The fields that `messaging[]` has events for, as `changes[]` spells them. */
const messagingFields = new Set([
  "messages",
  "standby",
  "message_echoes",
  "message_edit",
  "message_reactions",
  "messaging_reactions",
  "messaging_postbacks",
  "messaging_referral",
  "messaging_referrals",
  "messaging_seen",
  "messaging_handovers",
]);

/**
 * One item of `changes[]`. Some deliveries (the dashboard's tests among them) put there what others put in
 * `messaging[]`, in the same shape and with the time in seconds.
 */
export function parseChange(raw: unknown, scope: { accountId: string; time: unknown }): Unit {
  const change = WireChange.safeParse(raw).data;
  const field = change?.field ?? "unknown";
  if (!change?.value) return ignored(`field.${field}`, "The change holds no value");
  if (messagingFields.has(field) && Object.hasOwn(change.value, "sender")) {
    return parseItem(change.value, { ...scope, isStandby: field === "standby" });
  }
  const reason = Object.hasOwn(reasons, field) ? reasons[field] : undefined;
  return ignored(`field.${field}`, reason ?? `Nothing here depends on the field ${field.slice(0, 60)}`);
}
