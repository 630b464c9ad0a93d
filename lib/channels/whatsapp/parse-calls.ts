import { z } from "zod";
import { derivedId } from "../derived-id";
import { id, list, optional, text } from "../lenient";
import { isSomebody } from "../person";
import { systemNotice } from "../system-notice";
import { epochMs } from "../timestamp";
import { failed, ignored, isolated, type Unit } from "../unit";
import { personOf, phoneOf } from "./person";
import type { WireValue } from "./wire";

const Call = z.object({
  id: optional(id),
  event: optional(text),
  direction: optional(text),
  status: optional(text),
  timestamp: z.unknown().optional(),
  from: optional(id),
  from_user_id: optional(id),
  from_parent_user_id: optional(id),
  to: optional(id),
  to_user_id: optional(id),
  to_parent_user_id: optional(id),
});
type Call = z.output<typeof Call>;

/**
 * Calls are not taken here; that there was one is a line in the thread, one for each call.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/calls
 */
export function parseCalls(content: Record<string, unknown>, value: WireValue): Unit[] {
  const units = list.parse(content.calls).map((raw) => isolated("call", () => parseCall(raw, value)));
  return units.length > 0 ? units : [ignored("field.calls", "The progress of a call is not followed")];
}

function parseCall(raw: unknown, value: WireValue): Unit {
  const wire = Call.safeParse(raw).data;
  if (!wire) return failed("call", "The item is not an object");
  const kind = `call.${wire.event ?? "unknown"}`;
  const event = eventOf(wire);
  if (!event) return ignored(kind, "Not the beginning or the end of a call");
  const person = personOf(idsOf(wire, value), value.contacts);
  if (!isSomebody(person)) return failed(kind, "The call names nobody");
  const providerMessageId = wire.id ?? derivedId(raw);
  const sentAt = epochMs(wire.timestamp);
  return { kind, event: systemNotice({ person, providerMessageId, event, body: null, sentAt }) };
}

function eventOf({ event, status }: Call): string | null {
  if (event === "connect") return "call";
  if (event !== "terminate") return null;
  return status === undefined || /^completed$/i.test(status) ? "call_ended" : "call_missed";
}

/** Some bodies name a number of ours on both ends; then the lone contact beside the call is who it was with. */
function idsOf(wire: Call, { contacts }: WireValue) {
  const isOurs = wire.direction === "BUSINESS_INITIATED";
  const ids = isOurs
    ? { waId: wire.to, bsuid: wire.to_user_id, parentBsuid: wire.to_parent_user_id }
    : { waId: wire.from, bsuid: wire.from_user_id, parentBsuid: wire.from_parent_user_id };
  const isNamed = contacts.some(({ wa_id }) => phoneOf(wa_id) === phoneOf(ids.waId));
  return contacts.length === 1 && !isNamed && !ids.bsuid ? {} : ids;
}
