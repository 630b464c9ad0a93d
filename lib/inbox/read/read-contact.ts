import type { Contact } from "@/lib/domain/contact";
import { contacts } from "@/lib/store/contacts";

/** One contact, or the one it was merged into; null when there is none. */
export async function readContact(id: string): Promise<Contact | null> {
  if (id.includes("/")) return null;
  const contact = (await contacts().doc(id).get()).data();
  if (!contact?.mergedInto) return contact ?? null;
  return readContact(contact.mergedInto);
}
