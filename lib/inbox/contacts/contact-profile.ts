import type { ChannelType } from "@/lib/domain/channel";
import { type Contact, type Identity, identitiesOf, type Person } from "@/lib/domain/contact";

/** A contact about whom nothing is known yet. `now` in epoch ms. Pure. */
export function newContact(id: string, channel: ChannelType, now: number): Contact {
  return {
    id,
    channel,
    name: null,
    nameAt: 0,
    username: null,
    usernameAt: 0,
    phone: null,
    phoneAt: 0,
    bsuid: null,
    bsuidAt: 0,
    igsid: null,
    identities: [],
    avatarUrl: null,
    profileState: "none",
    profileCheckedAt: null,
    marketingOptOut: null,
    lastReferral: null,
    mergedInto: null,
    createdAt: now,
    updatedAt: now,
  };
}

/**
 * A contact with what Meta told about the person at `at` (epoch ms). The newest by Meta's time wins, ties by string
 * order, so the order of arrival changes nothing. Pure.
 */
export function withPerson(
  contact: Contact,
  person: Person,
  aliases: readonly Person[],
  at: number,
): Contact {
  const named = [person, ...aliases].flatMap(identitiesOf);
  const name = newer({ value: contact.name, at: contact.nameAt }, { value: person.name, at });
  const username = newer({ value: contact.username, at: contact.usernameAt }, { value: person.username, at });
  const phone = newer({ value: contact.phone, at: contact.phoneAt }, { value: person.waId, at });
  const bsuid = newer({ value: contact.bsuid, at: contact.bsuidAt }, { value: person.bsuid, at });
  return {
    ...contact,
    name: name.value,
    nameAt: name.at,
    username: username.value,
    usernameAt: username.at,
    phone: phone.value,
    phoneAt: phone.at,
    bsuid: bsuid.value,
    bsuidAt: bsuid.at,
    igsid: person.igsid ?? contact.igsid,
    identities: unionOf(contact.identities, named),
  };
}

/** The number that a contact had until `at` (epoch ms) is somebody else's from now on; the new one is not known. Pure. */
export function withoutPhone(contact: Contact, at: number): Contact {
  return contact.phoneAt < at ? { ...contact, phone: null, phoneAt: at } : contact;
}

/** What two contacts that turn out to be one person amount to, under the winner's id. Which is which changes only the id. */
export function joinContacts(winner: Contact, loser: Contact): Contact {
  const name = newer({ value: winner.name, at: winner.nameAt }, { value: loser.name, at: loser.nameAt });
  const username = newer(
    { value: winner.username, at: winner.usernameAt },
    { value: loser.username, at: loser.usernameAt },
  );
  const phone = newerPhone(winner, loser);
  const bsuid = newer({ value: winner.bsuid, at: winner.bsuidAt }, { value: loser.bsuid, at: loser.bsuidAt });
  const bookName = newestOf(winner.bookName ?? null, loser.bookName ?? null);
  return {
    ...winner,
    name: name.value,
    nameAt: name.at,
    username: username.value,
    usernameAt: username.at,
    phone: phone.value,
    phoneAt: phone.at,
    bsuid: bsuid.value,
    bsuidAt: bsuid.at,
    igsid: winner.igsid ?? loser.igsid,
    identities: unionOf(winner.identities, loser.identities),
    avatarUrl: winner.avatarUrl ?? loser.avatarUrl,
    ...(bookName ? { bookName } : {}),
    marketingOptOut: newestOf(winner.marketingOptOut, loser.marketingOptOut),
    lastReferral: newestOf(winner.lastReferral, loser.lastReferral),
    createdAt: Math.min(winner.createdAt, loser.createdAt),
  };
}

/** The newer of two notices; equal times are settled by their text. */
export function newestOf<T extends { at: number }>(a: T | null, b: T | null): T | null {
  if (a === null || b === null) return a ?? b;
  if (a.at !== b.at) return a.at > b.at ? a : b;
  return JSON.stringify(a) >= JSON.stringify(b) ? a : b;
}

type Told = { value: string | null; at: number };

function newer(known: Told, next: Told): Told {
  if (next.value === null || next.value === "") return known;
  if (next.at !== known.at) return next.at > known.at ? next : known;
  return next.value > (known.value ?? "") ? next : known;
}

/** A number that was given up stays so, until a newer one is told. */
function newerPhone(a: Contact, b: Contact): Told {
  const [first, second] = [a, b].map(({ phone, phoneAt }) => ({ value: phone, at: phoneAt })) as [Told, Told];
  if (first.at !== second.at) return first.at > second.at ? first : second;
  return newer(first, second);
}

function unionOf(a: readonly Identity[], b: readonly Identity[]): Identity[] {
  const all = new Map([...a, ...b].map((identity) => [`${identity.kind}:${identity.value}`, identity]));
  return [...all].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, identity]) => identity);
}
