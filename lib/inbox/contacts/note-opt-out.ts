import type { ConsentTold } from "@/lib/domain/consent";
import { currentContact } from "@/lib/inbox/outbound/locate";
import { contacts } from "@/lib/store/contacts";
import type { Unit } from "@/lib/store/unit";
import { newestOf } from "./contact-profile";
import { noteConsent } from "./note-consent";

/** Meta's answer to a marketing message for somebody who wants none. */
export const OPTED_OUT_CODE = 131050;

/**
 * Keeps on a contact whether it wants marketing messages, as of `told.at` (epoch ms), and in its record that it was
 * said; the newest word counts. True when that is another answer than before.
 */
export async function noteOptOut(
  unit: Unit,
  contactId: string,
  told: ConsentTold,
  now: number,
): Promise<boolean> {
  const contact = await currentContact(unit, contactId);
  if (!contact) return false;
  await noteConsent(unit, contact.id, told);
  const { isOptedOut, at } = told;
  const marketingOptOut = newestOf(contact.marketingOptOut, { isOptedOut, at });
  if (marketingOptOut === contact.marketingOptOut || !marketingOptOut) return false;
  unit.set(contacts().doc(contact.id), { ...contact, marketingOptOut, updatedAt: now });
  return (contact.marketingOptOut?.isOptedOut ?? false) !== marketingOptOut.isOptedOut;
}
