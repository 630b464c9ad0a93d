import { z } from "zod";
import { ChannelType } from "./channel";

/** How Meta names a person. `username` is shown and searched but never merges people: usernames change hands. */
export const IdentityKind = z.enum(["wa_id", "bsuid", "parent_bsuid", "igsid"]);
export type IdentityKind = z.infer<typeof IdentityKind>;
export const Identity = z.object({ kind: IdentityKind, value: z.string() });
export type Identity = z.infer<typeof Identity>;

/** A person as one webhook item names them; every part may be missing. `name` and `username` are Meta's, `@` stripped. */
export type Person = {
  waId: string | null;
  bsuid: string | null;
  parentBsuid: string | null;
  igsid: string | null;
  username: string | null;
  name: string | null;
};

/** `contacts/<id>`. `phone` is the wa_id last seen, digits only; it may never be known. Times are epoch milliseconds. */
export const Contact = z.object({
  id: z.string(),
  channel: ChannelType,
  name: z.string().nullable(),
  nameAt: z.number(),
  username: z.string().nullable(),
  usernameAt: z.number(),
  phone: z.string().nullable(),
  phoneAt: z.number(),
  bsuid: z.string().nullable(),
  bsuidAt: z.number(),
  igsid: z.string().nullable(),
  /** What the business calls them in its phone's address book; null when they were taken out of it. */
  bookName: z.object({ name: z.string().nullable(), at: z.number() }).nullable().optional(),
  identities: z.array(Identity),
  avatarUrl: z.string().nullable(),
  profileState: z.enum(["none", "pending", "ready", "denied", "unknown"]),
  profileCheckedAt: z.number().nullable(),
  marketingOptOut: z.object({ isOptedOut: z.boolean(), at: z.number() }).nullable(),
  lastReferral: z.object({ at: z.number(), referral: z.record(z.string(), z.unknown()) }).nullable(),
  mergedInto: z.string().nullable(),
  /** Since when this person is being erased; nothing is sent to or taken from them until that is done. */
  erasingAt: z.number().optional(),
  /** The person was here before and was erased then: what was heard up to that time stays gone. */
  erasedBefore: z.number().optional(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Contact = z.infer<typeof Contact>;

/** The identities a person carries, strongest first. */
export function identitiesOf(person: Person): Identity[] {
  const list: Identity[] = [];
  if (person.bsuid) list.push({ kind: "bsuid", value: person.bsuid });
  if (person.waId) list.push({ kind: "wa_id", value: person.waId });
  if (person.parentBsuid) list.push({ kind: "parent_bsuid", value: person.parentBsuid });
  if (person.igsid) list.push({ kind: "igsid", value: person.igsid });
  return list;
}

/** The contact's name: the one in the business's address book before the one they gave themselves. */
export function nameOf(contact: Pick<Contact, "name" | "bookName">): string | null {
  return contact.bookName?.name || contact.name;
}

/** What to call a contact on screen, best first: name, @username, +phone; null when Meta told nothing. */
export function displayNameOf(
  contact: Pick<Contact, "name" | "bookName" | "username" | "phone">,
): string | null {
  const name = nameOf(contact);
  if (name) return name;
  if (contact.username) return `@${contact.username}`;
  if (contact.phone) return `+${contact.phone}`;
  return null;
}
