import type { Contact, Person } from "@/lib/domain/contact";
import type { Conversation } from "@/lib/domain/conversation";
import { conversationIdOf } from "@/lib/domain/provider-keys";
import { resolvePerson } from "@/lib/inbox/contacts/resolve";
import { contactFields, conversationFor } from "@/lib/inbox/conversations/touch";
import { conversations } from "@/lib/store/conversations";
import type { ApplyContext } from "./context";

/** The contact that Meta names, with what Meta told about it just now; its threads show the new name at once. */
export async function contactOf(
  context: ApplyContext,
  person: Person,
  aliases: readonly Person[],
  sighting: { at: number; fallbackId: string; becomes?: Person; isPast?: boolean },
): Promise<Contact> {
  const { unit, channel, now, receivedAt } = context;
  const { contact, mergedIds } = await resolvePerson(unit, {
    channelType: channel.type,
    person,
    aliases,
    now,
    ...sighting,
    heard: { at: receivedAt, isPast: sighting.isPast === true },
  });
  for (const id of mergedIds) context.mergedContactIds.add(id);
  await copyProfile(context, contact);
  return contact;
}

/** The thread of a contact on this channel; a new one is not stored before it is changed. */
export async function threadOf(context: ApplyContext, contact: Contact): Promise<Conversation> {
  const { unit, channel, now } = context;
  const ref = conversations().doc(conversationIdOf(channel.id, contact.id));
  return (await unit.get(ref)) ?? conversationFor(channel, contact, now);
}

/** The contact's threads show it as it is now. */
export async function copyProfile(context: ApplyContext, contact: Contact): Promise<void> {
  const { unit, siblings, now } = context;
  const refs = siblings.map(({ id }) => conversations().doc(conversationIdOf(id, contact.id)));
  await unit.load(refs);
  const fields = contactFields(contact);
  for (const ref of refs) {
    const conversation = await unit.get(ref);
    if (!conversation || hasFields(conversation, fields)) continue;
    unit.set(ref, { ...conversation, ...fields, updatedAt: now });
  }
}

function hasFields(conversation: Conversation, fields: ReturnType<typeof contactFields>): boolean {
  return Object.entries(fields).every(([key, value]) => conversation[key as keyof typeof fields] === value);
}
