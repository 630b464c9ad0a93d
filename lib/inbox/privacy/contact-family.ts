import type { Contact } from "@/lib/domain/contact";
import { contacts } from "@/lib/store/contacts";
import { isDocumentId } from "@/lib/store/document-id";

/**
 * A person as they are now and every contact that became part of them, the present one first; empty when there is no
 * such contact.
 */
export async function contactFamily(contactId: string): Promise<Contact[]> {
  const current = isDocumentId(contactId) ? await currentContactOf(contactId) : null;
  if (!current) return [];
  const family = new Map([[current.id, current]]);
  let ids = [current.id];
  while (ids.length > 0) {
    const found = await Promise.all(ids.map((id) => contacts().where("mergedInto", "==", id).get()));
    const merged = found.flatMap(({ docs }) => docs.map((row) => row.data()));
    const fresh = merged.filter(({ id }) => !family.has(id));
    for (const contact of fresh) family.set(contact.id, contact);
    ids = fresh.map(({ id }) => id);
  }
  return [...family.values()];
}

async function currentContactOf(id: string): Promise<Contact | null> {
  let contact = (await contacts().doc(id).get()).data();
  for (let hop = 0; contact?.mergedInto && hop < 20; hop += 1) {
    contact = (await contacts().doc(contact.mergedInto).get()).data();
  }
  return contact ?? null;
}
