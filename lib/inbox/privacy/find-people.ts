import { type Contact, displayNameOf } from "@/lib/domain/contact";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { phoneVariants } from "@/lib/domain/phone-variants";
import { identityKey } from "@/lib/domain/provider-keys";
import { fail, ok, type Result } from "@/lib/domain/result";
import { contacts, contactsWithPrefix } from "@/lib/store/contacts";
import { identities } from "@/lib/store/identities";
import { type ErasureProof, erasureProofs } from "./erasure-proof";

export type FoundPerson = {
  id: string;
  name: string | null;
  phone: string | null;
  username: string | null;
  channel: Contact["channel"];
  isBeingErased: boolean;
};

export type FoundPeople = { people: FoundPerson[]; erased: ErasureProof[]; isMore: boolean };

const LIMIT = 20;

/**
 * People by what somebody types: a phone number in any way of writing, an @username, an id of Meta's, or how a name, a
 * username or a number begins. Tells as well of erasures of people who had that very name. `forbidden`.
 */
export async function findPeople(actor: Actor, typed: string): Promise<Result<FoundPeople>> {
  if (!can(actor, "privacy.manage")) return fail("forbidden", "Only an admin looks people up");
  const text = typed.trim();
  if (text === "") return ok({ people: [], erased: [], isMore: false });
  const [exact, prefixed, erased] = await Promise.all([
    byIdentity(text),
    byPrefix(text),
    erasureProofs(text),
  ]);
  const found = new Map<string, Contact>();
  for (const contact of [...exact, ...prefixed]) {
    const current = await present(contact);
    if (current) found.set(current.id, current);
  }
  const people = [...found.values()].slice(0, LIMIT).map(toFound);
  return ok({ people, erased, isMore: found.size > LIMIT });
}

/** Digits of a phone number as people write it; null when it is none. Pure. */
export function digitsOf(text: string): string | null {
  if (!/^\+?[\d\s().-]{4,25}$/.test(text)) return null;
  return text.replaceAll(/\D/g, "").replace(/^00/, "");
}

async function byIdentity(text: string): Promise<Contact[]> {
  const digits = digitsOf(text);
  const keys = [
    ...(digits
      ? [...phoneVariants(digits).map((one) => identityKey("wa_id", one)), identityKey("igsid", digits)]
      : []),
    identityKey("bsuid", text),
    identityKey("parent_bsuid", text),
    identityKey("igsid", text),
  ];
  const rows = await Promise.all(keys.map((key) => identities().doc(key).get()));
  const ids = rows.flatMap((row) => row.data()?.contactId ?? []);
  const found = await Promise.all(ids.map((id) => contacts().doc(id).get()));
  return found.flatMap((row) => row.data() ?? []);
}

async function byPrefix(text: string): Promise<Contact[]> {
  const digits = digitsOf(text);
  if (digits)
    return (await contactsWithPrefix("phone", digits, LIMIT + 1).get()).docs.map((row) => row.data());
  const bare = text.replace(/^@/, "");
  const names = text.startsWith("@") ? [] : [...new Set([text, capitalized(text), text.toLowerCase()])];
  const queries = [
    contactsWithPrefix("username", bare.toLowerCase(), LIMIT + 1),
    ...names.flatMap((name) => [
      contactsWithPrefix("name", name, LIMIT + 1),
      contactsWithPrefix("bookName.name", name, LIMIT + 1),
    ]),
  ];
  const pages = await Promise.all(queries.map((query) => query.get()));
  return pages.flatMap(({ docs }) => docs.map((row) => row.data()));
}

const capitalized = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(
      /(^|[\s'-])(\p{L})/gu,
      (_all, before: string, letter: string) => before + letter.toUpperCase(),
    );

async function present(contact: Contact): Promise<Contact | null> {
  let current: Contact | undefined = contact;
  for (let hop = 0; current?.mergedInto && hop < 20; hop += 1) {
    current = (await contacts().doc(current.mergedInto).get()).data();
  }
  return current ?? null;
}

function toFound(contact: Contact): FoundPerson {
  const { id, phone, username, channel, erasingAt } = contact;
  return {
    id,
    name: displayNameOf(contact),
    phone,
    username,
    channel,
    isBeingErased: erasingAt !== undefined,
  };
}
