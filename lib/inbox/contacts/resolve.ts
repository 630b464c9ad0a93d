import { createHash } from "node:crypto";
import type { ChannelType } from "@/lib/domain/channel";
import { type Contact, type Identity, identitiesOf, type Person } from "@/lib/domain/contact";
import { phoneVariants } from "@/lib/domain/phone-variants";
import { identityKey } from "@/lib/domain/provider-keys";
import { BeingErasedError, ErasedError, erasedAmong } from "@/lib/inbox/privacy/erased-person";
import { contacts } from "@/lib/store/contacts";
import { identities } from "@/lib/store/identities";
import { merges } from "@/lib/store/merges";
import type { AnyRef, Unit } from "@/lib/store/unit";
import { joinContacts, newContact, withoutPhone, withPerson } from "./contact-profile";
import { noteConsent } from "./note-consent";

export type Sighting = {
  channelType: ChannelType;
  person: Person;
  /** Further names of the same person. */
  aliases: readonly Person[];
  /** When Meta says so, and when we write, both epoch ms. */
  at: number;
  now: number;
  /** Who they are from then on. With a BSUID and no number, they gave up the number they had. */
  becomes?: Person;
  /** Names a contact about whom Meta told no identity at all. */
  fallbackId: string;
  /** When we heard it; `isPast` when it tells of earlier times by itself, as history and echoes do. Epoch ms. */
  heard?: { at: number; isPast: boolean };
};

/**
 * The contact that a person is, created or merged when need be, and changed in the unit. Identities are unique, so
 * whoever shares one, or a phone number in another way of writing it, is one contact; of several the oldest stays. `mergedIds`: contacts that became part of it,
 * whose threads `moveThreads` brings along afterwards. Throws `BeingErasedError` and `ErasedError`, before it changes
 * anything, when the person is being erased, or was after this was heard.
 */
export async function resolvePerson(
  unit: Unit,
  sighting: Sighting,
): Promise<{ contact: Contact; isNew: boolean; mergedIds: string[] }> {
  const names = [sighting.person, ...sighting.aliases].flatMap(identitiesOf);
  const known = await contactsOf(unit, names);
  const [first, ...others] = known.sort(bySeniority);
  let contact = first ?? (await contactById(unit, idFor(sighting, names)));
  const isNew = contact === null;
  if (known.some(({ erasingAt }) => erasingAt) || contact?.erasingAt) throw new BeingErasedError();
  contact ??= await withErased(
    unit,
    newContact(idFor(sighting, names), sighting.channelType, sighting.now),
    names,
  );
  if (isErased(contact, sighting)) throw new ErasedError();
  for (const other of others) contact = await merge(unit, contact, other, sighting.now);
  const told = withSighting(contact, sighting);
  await claimIdentities(unit, told, sighting.now);
  unit.set(contacts().doc(told.id), told);
  return { contact: told, isNew, mergedIds: others.map(({ id }) => id) };
}

/** Somebody who was here before and erased begins anew, but for a word against marketing. */
async function withErased(unit: Unit, contact: Contact, names: readonly Identity[]): Promise<Contact> {
  const [last, ...earlier] = await erasedAmong(unit, names);
  if (!last) return contact;
  const at = [last, ...earlier].find(({ optedOutAt }) => optedOutAt !== null)?.optedOutAt ?? null;
  const fresh = { ...contact, erasedBefore: last.erasedAt };
  if (at === null) return fresh;
  await noteConsent(unit, contact.id, {
    isOptedOut: true,
    at,
    source: "kept",
    channelId: null,
    messageId: null,
  });
  return { ...fresh, marketingOptOut: { isOptedOut: true, at } };
}

function isErased({ erasedBefore }: Contact, { heard, at }: Sighting): boolean {
  if (erasedBefore === undefined || !heard) return false;
  return heard.at <= erasedBefore || (heard.isPast && at <= erasedBefore);
}

function withSighting(contact: Contact, { person, aliases, becomes, at }: Sighting): Contact {
  if (!becomes) return withPerson(contact, person, aliases, at);
  const { waId, bsuid, parentBsuid } = becomes;
  const told = withPerson(contact, { ...person, waId, bsuid, parentBsuid }, [person, ...aliases], at);
  return waId === null && bsuid !== null ? withoutPhone(told, at) : told;
}

/** The documents that `resolvePerson` is going to read, as far as can be told. */
export function refsOfPerson(person: Person, aliases: readonly Person[] = []): AnyRef[] {
  const named = withVariants([person, ...aliases].flatMap(identitiesOf));
  return named.flatMap((identity) => [
    identities().doc(identityKey(identity.kind, identity.value)),
    contacts().doc(contactIdOf(identity)),
  ]);
}

/** The id that a contact gets when this is the identity it is first known by. */
export function contactIdOf(identity: Identity): string {
  const prefix = identity.kind === "igsid" ? "ig" : "wa";
  return `${prefix}_${pathSafe(identity.value)}`;
}

async function contactsOf(unit: Unit, told: readonly Identity[]): Promise<Contact[]> {
  const named = withVariants(told);
  await unit.load(named.map(({ kind, value }) => identities().doc(identityKey(kind, value))));
  const found = new Map<string, Contact>();
  for (const { kind, value } of named) {
    const row = await unit.get(identities().doc(identityKey(kind, value)));
    const contact = row && (await contactById(unit, row.contactId));
    if (contact) found.set(contact.id, contact);
  }
  return [...found.values()];
}

/** With the other ways of writing a phone number: Brazil's ninth digit, Mexico's 1, Argentina's 9. */
function withVariants(named: readonly Identity[]): Identity[] {
  return named.flatMap(({ kind, value }) =>
    (kind === "wa_id" ? phoneVariants(value) : [value]).map((one) => ({ kind, value: one })),
  );
}

/** Follows merges to the contact that stayed. */
async function contactById(unit: Unit, id: string): Promise<Contact | null> {
  let contact = await unit.get(contacts().doc(id));
  for (let hops = 0; contact?.mergedInto && hops < 20; hops++) {
    contact = await unit.get(contacts().doc(contact.mergedInto));
  }
  return contact;
}

async function merge(unit: Unit, winner: Contact, loser: Contact, now: number): Promise<Contact> {
  const joined = joinContacts(winner, loser);
  const task = merges().doc(loser.id);
  await unit.get(task);
  unit.set(task, { id: loser.id, createdAt: now });
  unit.set(contacts().doc(loser.id), { ...loser, mergedInto: winner.id, updatedAt: now });
  return { ...joined, updatedAt: now };
}

async function claimIdentities(unit: Unit, contact: Contact, now: number): Promise<void> {
  const refs = contact.identities.map(({ kind, value }) => identities().doc(identityKey(kind, value)));
  await unit.load([...refs, contacts().doc(contact.id)]);
  for (const ref of refs) {
    const row = await unit.get(ref);
    if (row?.contactId === contact.id) continue;
    unit.set(ref, { id: ref.id, contactId: contact.id, createdAt: row?.createdAt ?? now });
  }
}

function bySeniority(a: Contact, b: Contact): number {
  if (a.createdAt !== b.createdAt) return a.createdAt - b.createdAt;
  return a.id < b.id ? -1 : 1;
}

function idFor(sighting: Sighting, named: readonly Identity[]): string {
  const preferred = named.find(({ kind }) => kind === "wa_id") ?? named[0];
  return preferred ? contactIdOf(preferred) : sighting.fallbackId;
}

/** Ids of Meta's fit a path as they are; anything else is made to. */
function pathSafe(value: string): string {
  if (/^[A-Za-z0-9.+-]{1,200}$/.test(value)) return value;
  return createHash("sha256").update(value).digest("base64url");
}
