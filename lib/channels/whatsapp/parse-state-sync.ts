import { z } from "zod";
import { id, list, optional, text } from "../lenient";
import { isSomebody } from "../person";
import { epochMs } from "../timestamp";
import { failed, ignored, isolated, type Unit } from "../unit";
import { withoutAt } from "../username";
import { personOf } from "./person";

const Sync = z.object({
  type: optional(text),
  action: optional(text),
  contact: optional(
    z.object({
      full_name: optional(text),
      first_name: optional(text),
      phone_number: optional(id),
      user_id: optional(id),
      parent_user_id: optional(id),
      username: optional(text),
    }),
  ),
  metadata: optional(z.object({ timestamp: z.unknown().optional() })),
});

const kind = "field.smb_app_state_sync";

/**
 * The address book of the phone that the number is on as well: names that the business gave.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/smb_app_state_sync
 */
export function parseStateSync(content: Record<string, unknown>): Unit[] {
  const items = list.parse(content.state_sync);
  if (items.length === 0) return [ignored(kind, "The value holds no contacts")];
  return items.map((raw) => isolated(kind, () => parseOne(raw)));
}

function parseOne(raw: unknown): Unit {
  const wire = Sync.safeParse(raw).data;
  if (!wire) return failed(kind, "The item is not an object");
  const { contact } = wire;
  if (!contact || (wire.type && wire.type !== "contact")) return ignored(kind, "Not a contact");
  const digits = contact.phone_number?.replaceAll(/\D/g, "");
  const ids = { waId: digits, bsuid: contact.user_id, parentBsuid: contact.parent_user_id };
  const person = { ...personOf(ids, []), username: withoutAt(contact.username) };
  if (!isSomebody(person)) return ignored(kind, "The contact has no number");
  const told = contact.full_name?.trim() || contact.first_name?.trim() || null;
  const name = wire.action === "remove" ? null : told;
  return { kind, event: { type: "contact_name", person, name, at: epochMs(wire.metadata?.timestamp) } };
}
