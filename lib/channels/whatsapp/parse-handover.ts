import { z } from "zod";
import { derivedId } from "../derived-id";
import { id, listOf, object, optional } from "../lenient";
import { isSomebody } from "../person";
import { systemNotice } from "../system-notice";
import { epochMs } from "../timestamp";
import { ignored, type Unit } from "../unit";
import { personOf } from "./person";
import type { WireValue } from "./wire";

const Party = z.object({ wa_id: optional(id), user_id: optional(id), parent_user_id: optional(id) });
const Item = z.object({
  control_passed: optional(object),
  control_taken: optional(object),
  wa_id: optional(id),
  user_id: optional(id),
  parent_user_id: optional(id),
  from: optional(id),
  from_user_id: optional(id),
  recipient_id: optional(id),
  recipient_user_id: optional(id),
  sender: optional(Party),
  recipient: optional(Party),
  timestamp: z.unknown().optional(),
});
type Item = z.output<typeof Item>;

const kind = "field.messaging_handovers";

/**
 * Another app or Meta's own agent gets a thread (`control_passed`), or we have it back (`control_taken`). Meta has not
 * written the shape down: whatever could name the customer is tried.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/standby
 */
export function parseHandover(content: Record<string, unknown>, value: WireValue): Unit[] {
  const nested = listOf(Item).parse(content.messaging_handovers);
  const items = nested.length > 0 ? nested : listOf(Item).parse([content]);
  return items.map((item) => parseOne(item, value));
}

function parseOne(item: Item, value: WireValue): Unit {
  const told = item.control_passed ?? item.control_taken;
  if (!told) return ignored(kind, "The value tells of no change of control");
  const person = personOf(idsOf(item), value.contacts);
  if (!isSomebody(person)) return ignored(kind, "The hand-over names no customer");
  const by = item.control_passed ? (nameIn(told) ?? "unknown") : null;
  const event = by === null ? "control_ours" : "control_theirs";
  const body = by === "unknown" ? null : by;
  const providerMessageId = derivedId([value.metadata, person.waId, person.bsuid, item]);
  const sentAt = epochMs(item.timestamp);
  return {
    kind,
    event: { ...systemNotice({ person, providerMessageId, event, body, sentAt }), control: { by } },
  };
}

function idsOf(item: Item) {
  const { sender, recipient } = item;
  return {
    waId: item.wa_id ?? item.recipient_id ?? recipient?.wa_id ?? item.from ?? sender?.wa_id,
    bsuid:
      item.user_id ?? item.recipient_user_id ?? recipient?.user_id ?? item.from_user_id ?? sender?.user_id,
    parentBsuid: item.parent_user_id ?? recipient?.parent_user_id ?? sender?.parent_user_id,
  };
}

function nameIn(told: Record<string, unknown>): string | null {
  for (const name of [told.to, told.new_owner, told.new_owner_app_id, told.app_id]) {
    const read = id.safeParse(name).data;
    if (read !== undefined) return read;
  }
  return null;
}
