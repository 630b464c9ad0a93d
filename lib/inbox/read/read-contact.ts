import type { Contact } from "@/lib/domain/contact";
import type { Actor } from "@/lib/domain/member";
import { contacts } from "@/lib/store/contacts";
import { isDocumentId } from "@/lib/store/document-id";
import { visibleContacts } from "./visible-contacts";

/** One contact, or the one it was merged into; null when there is none that this actor may see. */
export async function readContact(actor: Actor, id: string): Promise<Contact | null> {
  if (!isDocumentId(id)) return null;
  const contact = (await contacts().doc(id).get()).data();
  if (!contact) return null;
  if (contact.mergedInto) return readContact(actor, contact.mergedInto);
  return (await visibleContacts(actor, [contact]))[0] ?? null;
}
