import type { Person } from "@/lib/domain/contact";
import { isSomebody, nobody } from "../person";
import { withoutAt } from "../username";
import type { WireContact } from "./wire";

type Ids = { waId?: string; bsuid?: string; parentBsuid?: string };

/**
 * The person behind these ids, with what the `contacts[]` entry of the same id adds. Entries are matched by id,
 * never by place: their order is not that of the messages. An entry that matches lends nothing when another id of
 * it contradicts. Where a message names nobody at all, a lone entry can only mean its sender.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
export function personOf(ids: Ids, contacts: WireContact[]): Person {
  const own: Person = {
    ...nobody,
    waId: phoneOf(ids.waId),
    bsuid: ids.bsuid ?? null,
    parentBsuid: ids.parentBsuid ?? null,
  };
  const entry = isSomebody(own) ? matching(own, contacts) : contacts.length === 1 ? contacts[0] : undefined;
  if (!entry) return own;
  return {
    ...own,
    waId: own.waId ?? phoneOf(entry.wa_id),
    bsuid: own.bsuid ?? entry.user_id ?? null,
    parentBsuid: own.parentBsuid ?? entry.parent_user_id ?? null,
    username: withoutAt(entry.profile?.username),
    name: entry.profile?.name?.trim() || null,
  };
}

/** A wa_id as Meta keys people by it: digits, without the plus that some bodies carry. */
export function phoneOf(value: string | undefined): string | null {
  const phone = value?.trim().replace(/^\+/, "");
  return phone ? phone : null;
}

function matching(person: Person, contacts: WireContact[]): WireContact | undefined {
  const hasSameUser = (entry: WireContact) => person.bsuid !== null && entry.user_id === person.bsuid;
  const hasSamePhone = (entry: WireContact) => person.waId !== null && phoneOf(entry.wa_id) === person.waId;
  const isOtherUser = (entry: WireContact) =>
    person.bsuid !== null && entry.user_id !== undefined && entry.user_id !== person.bsuid;
  return contacts.find(hasSameUser) ?? contacts.find((entry) => hasSamePhone(entry) && !isOtherUser(entry));
}
