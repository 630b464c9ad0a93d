import { createHash } from "node:crypto";
import type { ChannelType } from "@/lib/domain/channel";
import { type Contact, type Identity, identitiesOf, type Person } from "@/lib/domain/contact";
import { identityKey } from "@/lib/domain/provider-keys";
import { contacts } from "@/lib/store/contacts";
import { identities } from "@/lib/store/identities";
import { merges } from "@/lib/store/merges";
import type { Transaction } from "@/lib/store/transaction";
import { type AnyRef, Unit } from "@/lib/store/unit";
import { joinContacts, newContact, withPerson } from "./contact-profile";

export type Sighting = {
  channelType: ChannelType;
  person: Person;
  /** Further names of the same person. */
  aliases: readonly Person[];
  /** When Meta says so, and when we write, both epoch ms. */
  at: number;
  now: number;
  /** Names a contact about whom Meta told no identity at all. */
  fallbackId: string;
};

/**
 * The contact that a person is, created or merged when need be, and changed in the unit. Identities are unique, so
 * whoever shares one is one contact; of several the oldest stays. `mergedIds`: contacts that became part of it,
 * whose threads `moveThreads` brings along afterwards.
 */
export async function resolvePerson(
  unit: Unit,
  sighting: Sighting,
): Promise<{ contact: Contact; isNew: boolean; mergedIds: string[] }> {
  const named = [sighting.person, ...sighting.aliases].flatMap(identitiesOf);
  const known = await contactsOf(unit, named);
  const [first, ...others] = known.sort(bySeniority);
  let contact = first ?? (await contactById(unit, idFor(sighting, named)));
  const isNew = contact === null;
  contact ??= newContact(idFor(sighting, named), sighting.channelType, sighting.now);
  for (const other of others) contact = await merge(unit, contact, other, sighting.now);
  const told = withPerson(contact, sighting.person, sighting.aliases, sighting.at);
  await claimIdentities(unit, told, sighting.now);
  unit.set(contacts().doc(told.id), told);
  return { contact: told, isNew, mergedIds: others.map(({ id }) => id) };
}

/** The documents that `resolvePerson` is going to read, as far as can be told. */
export function refsOfPerson(person: Person, aliases: readonly Person[] = []): AnyRef[] {
  const named = [person, ...aliases].flatMap(identitiesOf);
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

/**
 * The contact to whom a business-initiated message goes. Reads at once; call `write` after the transaction's last
 * read. `waId` is digits only; at least one of the two is given.
 */
export async function contactForRecipient(
  tx: Transaction,
  to: { waId: string | null; bsuid: string | null },
  now: number,
): Promise<{ contact: Contact; write: () => void }> {
  const unit = new Unit(tx);
  const person: Person = { ...to, parentBsuid: null, igsid: null, username: null, name: null };
  await unit.load(refsOfPerson(person));
  const { contact } = await resolvePerson(unit, {
    channelType: "whatsapp",
    person,
    aliases: [],
    at: 0,
    now,
    fallbackId: "",
  });
  return { contact, write: () => unit.flush() };
}

async function contactsOf(unit: Unit, named: readonly Identity[]): Promise<Contact[]> {
  await unit.load(named.map(({ kind, value }) => identities().doc(identityKey(kind, value))));
  const found = new Map<string, Contact>();
  for (const { kind, value } of named) {
    const row = await unit.get(identities().doc(identityKey(kind, value)));
    const contact = row && (await contactById(unit, row.contactId));
    if (contact) found.set(contact.id, contact);
  }
  return [...found.values()];
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
