import type { Contact } from "@/lib/domain/contact";
import type { Actor } from "@/lib/domain/member";
import { can, reachOf } from "@/lib/domain/permissions";
import { readConversationsOf } from "@/lib/store/conversations";
import { canSee } from "./can-see";

/** Those of some contacts that an actor may see: people with a thread on a channel that the actor reaches. */
export async function visibleContacts(actor: Actor, contacts: readonly Contact[]): Promise<Contact[]> {
  if (!can(actor, "contact.read")) return [];
  if (reachOf(actor) === null) return [...contacts];
  const threads = await readConversationsOf(contacts.map(({ id }) => id));
  const visible = new Set(
    threads.filter((thread) => canSee(actor, thread)).map(({ contactId }) => contactId),
  );
  return contacts.filter(({ id }) => visible.has(id));
}
