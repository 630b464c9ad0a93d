import { identitiesOf, type Person } from "@/lib/domain/contact";
import { splitConversationId } from "@/lib/domain/provider-keys";
import { contactIdOf } from "@/lib/inbox/contacts/resolve";

/** The turn (see `inTurn`) that work on a conversation waits for: its contact's id. */
export function turnOfConversation(conversationId: string): string[] {
  const contactId = splitConversationId(conversationId)?.contactId;
  return contactId ? [contactId] : [];
}

/** The turns of people as Meta names them: the contact ids that their names would give. */
export function turnsOfPeople(people: readonly Person[]): string[] {
  return [...new Set(people.flatMap(identitiesOf).map(contactIdOf))];
}
