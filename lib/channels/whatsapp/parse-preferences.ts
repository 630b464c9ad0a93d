import { z } from "zod";
import { id, list, optional, text } from "../lenient";
import { isSomebody } from "../person";
import { epochMs } from "../timestamp";
import { failed, ignored, isolated, type Unit } from "../unit";
import { personOf } from "./person";
import type { WireContact } from "./wire";

const Preference = z.object({
  wa_id: optional(id),
  user_id: optional(id),
  parent_user_id: optional(id),
  category: optional(text),
  value: optional(text),
  timestamp: z.unknown().optional(),
});

/** Whether each value of the preference means no more marketing. */
const optedOut: Record<string, boolean> = { stop: true, resume: false, signup: false };

/** Marketing preferences. https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/user_preferences */
export function parsePreferences(content: Record<string, unknown>, contacts: WireContact[]): Unit[] {
  const preferences = list.parse(content.user_preferences);
  if (preferences.length === 0) return [ignored("field.user_preferences", "The value holds no preferences")];
  return preferences.map((raw) => isolated("field.user_preferences", () => parsePreference(raw, contacts)));
}

function parsePreference(raw: unknown, contacts: WireContact[]): Unit {
  const kind = "field.user_preferences";
  const wire = Preference.safeParse(raw).data;
  if (!wire) return failed(kind, "The item is not an object");
  const value = wire.value ?? "";
  if (!Object.hasOwn(optedOut, value)) return ignored(kind, "Not a preference known here");
  if (wire.category && wire.category !== "marketing_messages") {
    return ignored(kind, "Not a preference about marketing messages");
  }
  const ids = { waId: wire.wa_id, bsuid: wire.user_id, parentBsuid: wire.parent_user_id };
  const person = personOf(ids, contacts);
  if (!isSomebody(person)) return failed(kind, "The preference names nobody");
  return {
    kind,
    event: { type: "preference", person, isOptedOut: optedOut[value] === true, at: epochMs(wire.timestamp) },
  };
}
