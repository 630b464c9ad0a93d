import { type Identity, identitiesOf, type Person } from "@/lib/domain/contact";
import { phoneKey } from "@/lib/domain/phone-variants";
import { splitConversationId } from "@/lib/domain/provider-keys";
import { contactIdOf } from "@/lib/inbox/contacts/resolve";

/** The turn (see `inTurn`) that work on a conversation waits for: its contact's id. */
export function turnOfConversation(conversationId: string): string[] {
  const contactId = splitConversationId(conversationId)?.contactId;
  return contactId ? [contactId] : [];
}

/** The turns of people as Meta names them: the contact ids that their names would give, in one form of a number. */
export function turnsOfPeople(people: readonly Person[]): string[] {
  return [...new Set(people.flatMap(identitiesOf).map(turnOf))];
}

function turnOf(identity: Identity): string {
  return contactIdOf(identity.kind === "wa_id" ? { ...identity, value: phoneKey(identity.value) } : identity);
}
