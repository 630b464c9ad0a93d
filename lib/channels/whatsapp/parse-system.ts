import type { Person } from "@/lib/domain/contact";
import { isSomebody, nobody } from "../person";
import { personOf, phoneOf } from "./person";
import type { WireContact, WireMessage, WireSystem } from "./wire";

/**
 * Who a system message is about. After a change of number or of BSUID `person` is who they were, where Meta says
 * so, and `aliases` who they are now and were before, so that both names become one contact. Bodies from before
 * August 2026 name the previous id only in `from_user_id` or in the sentence.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/webhooks/reference/messages/system
 */
export function parseSystem(
  wire: WireMessage,
  system: WireSystem,
  contacts: WireContact[],
): { person: Person; aliases: Person[]; becomes?: Person } {
  const from = { waId: wire.from, bsuid: wire.from_user_id, parentBsuid: wire.from_parent_user_id };
  const sender = personOf(from, contacts);
  if (!isChange(system)) return { person: sender, aliases: [] };

  const sentence = namesInSentence(system.body);
  const now: Person = {
    ...nobody,
    waId: phoneOf(system.wa_id ?? system.new_wa_id) ?? sentence.to.waId,
    bsuid: system.user_id ?? sentence.to.bsuid,
    parentBsuid: system.parent_user_id ?? null,
  };
  const before: Person = {
    ...sender,
    waId: other(sender.waId, now.waId) ?? other(sentence.from.waId, now.waId),
    bsuid: system.previous_user_id ?? other(sender.bsuid, now.bsuid) ?? other(sentence.from.bsuid, now.bsuid),
    parentBsuid: system.previous_parent_user_id ?? other(sender.parentBsuid, now.parentBsuid),
  };
  const person = isSomebody(before) ? before : { ...now, name: sender.name, username: sender.username };
  return {
    person,
    aliases: [now, sender].filter((alias) => isSomebody(alias) && addsTo(person, alias)),
    // A BSUID lasts as long as the number does, so a new one without a number means a number that is not told.
    becomes: { ...now, waId: now.waId ?? sender.waId },
  };
}

function isChange({ type }: WireSystem): boolean {
  return (
    type === "user_changed_number" || type === "customer_changed_number" || type === "user_changed_user_id"
  );
}

/** A name that is not the new one. */
function other(value: string | null, now: string | null): string | null {
  return value === now ? null : value;
}

function addsTo(person: Person, alias: Person): boolean {
  const isNew = (key: "waId" | "bsuid" | "parentBsuid") => alias[key] !== null && alias[key] !== person[key];
  return isNew("waId") || isNew("bsuid") || isNew("parentBsuid");
}

/** "User … changed from <old> to <new>": phone numbers or BSUIDs at the end of the sentence. */
function namesInSentence(body: string | undefined) {
  const match = /\bfrom \+?(\S+) to \+?(\S+?)\.?$/.exec(body?.trim() ?? "");
  return { from: nameIn(match?.[1]), to: nameIn(match?.[2]) };
}

function nameIn(word: string | undefined): Pick<Person, "waId" | "bsuid"> {
  const isPhone = word !== undefined && /^\d{5,20}$/.test(word);
  const isBsuid = word !== undefined && /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(word);
  return { waId: isPhone ? word : null, bsuid: isBsuid ? word : null };
}
