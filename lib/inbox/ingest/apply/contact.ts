import { isDeepStrictEqual } from "node:util";
import type { Contact, Person } from "@/lib/domain/contact";
import { identitiesOf } from "@/lib/domain/contact";
import type { ProviderEvent } from "@/lib/domain/provider-event";
import { newestOf } from "@/lib/inbox/contacts/contact-profile";
import { noteConsent } from "@/lib/inbox/contacts/note-consent";
import { contacts } from "@/lib/store/contacts";
import { toStorable } from "@/lib/store/storable";
import { type ApplyContext, applied, duplicate, ignored, type Outcome } from "./context";
import { contactOf, copyProfile } from "./person";

/** The customer wants marketing messages, or no more of them. The newest word counts. */
export async function applyPreference(
  context: ApplyContext,
  event: Extract<ProviderEvent, { type: "preference" }>,
): Promise<Outcome> {
  const at = event.at ?? context.receivedAt;
  const { isOptedOut } = event;
  const told = {
    isOptedOut,
    at,
    source: "preference",
    channelId: context.channel.id,
    messageId: null,
  } as const;
  return changeContact(context, event.person, at, async (contact) => {
    await noteConsent(context.unit, contact.id, told);
    return { ...contact, marketingOptOut: newestOf(contact.marketingOptOut, { isOptedOut, at }) };
  });
}

/** The name by which the business knows somebody; it is shown before the name they gave themselves. */
export async function applyContactName(
  context: ApplyContext,
  event: Extract<ProviderEvent, { type: "contact_name" }>,
): Promise<Outcome> {
  const at = event.at ?? context.receivedAt;
  const told = { name: event.name === null ? null : toStorable(event.name), at };
  return changeContact(context, event.person, at, (contact) => ({
    ...contact,
    bookName: newestOf(contact.bookName ?? null, told),
  }));
}

/** The customer came by a link or an ad, without a message. */
export async function applyReferral(
  context: ApplyContext,
  event: Extract<ProviderEvent, { type: "referral" }>,
): Promise<Outcome> {
  const at = event.at ?? context.receivedAt;
  return changeContact(context, event.person, at, (contact) => ({
    ...contact,
    lastReferral: newestOf(contact.lastReferral, { at, referral: toStorable(event.referral) }),
  }));
}

async function changeContact(
  context: ApplyContext,
  person: Person,
  at: number,
  change: (contact: Contact) => Contact | Promise<Contact>,
): Promise<Outcome> {
  if (identitiesOf(person).length === 0) return ignored("person_unknown");
  const contact = await contactOf(context, person, [], { at, fallbackId: "" });
  const next = await change(contact);
  if (isDeepStrictEqual(next, contact)) return duplicate;
  const changed = { ...next, updatedAt: context.now };
  context.unit.set(contacts().doc(contact.id), changed);
  await copyProfile(context, changed);
  return applied;
}
