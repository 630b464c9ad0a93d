import type { Consent } from "@/lib/domain/consent";
import type { Contact } from "@/lib/domain/contact";
import type { Conversation } from "@/lib/domain/conversation";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { fail, ok, type Result } from "@/lib/domain/result";
import { listChannels } from "@/lib/inbox/channels/connected";
import { conversationsOfContact } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { contactFamily } from "./contact-family";
import { listConsents } from "./list-consents";

/** A thread of a person, with how much is in it. Times in epoch ms, null when it is empty. */
export type PersonThread = {
  conversation: Conversation;
  channelName: string;
  messages: number;
  firstAt: number | null;
  lastAt: number | null;
};

export type Person = {
  contact: Contact;
  /** This contact and those that became part of it. */
  contactIds: string[];
  threads: PersonThread[];
  consents: Consent[];
};

/** A person with all that is kept of them, as an admin who answers for it sees it. Errors: `forbidden`, `not_found`. */
export async function readPerson(actor: Actor, contactId: string): Promise<Result<Person>> {
  if (!can(actor, "privacy.manage")) return fail("forbidden", "Only an admin sees this");
  const family = await contactFamily(contactId);
  const [contact] = family;
  if (!contact) return fail("not_found", "There is no such contact");
  const contactIds = family.map(({ id }) => id);
  const [threads, consents, channels] = await Promise.all([
    Promise.all(contactIds.map((id) => conversationsOfContact(id).get())),
    listConsents(contactIds),
    listChannels(),
  ]);
  const nameOf = new Map(channels.map(({ id, name }) => [id, name]));
  const conversations = threads
    .flatMap(({ docs }) => docs.map((row) => row.data()))
    .filter(({ mergedInto }) => mergedInto === null);
  const counted = await Promise.all(
    conversations.map((conversation) =>
      countThread(conversation, nameOf.get(conversation.channelId) ?? conversation.channelId),
    ),
  );
  return ok({ contact, contactIds, threads: counted, consents });
}

async function countThread(conversation: Conversation, channelName: string): Promise<PersonThread> {
  const all = messagesOf(conversation.id);
  const [count, first, last] = await Promise.all([
    all.count().get(),
    all.orderBy("sortKey").limit(1).get(),
    all.orderBy("sortKey", "desc").limit(1).get(),
  ]);
  return {
    conversation,
    channelName,
    messages: count.data().count,
    firstAt: first.docs[0]?.data().sentAt ?? null,
    lastAt: last.docs[0]?.data().sentAt ?? null,
  };
}
