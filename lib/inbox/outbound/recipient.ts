import type { ChannelType } from "@/lib/domain/channel";
import type { Contact } from "@/lib/domain/contact";

export type Recipient = { waId: string | null; bsuid: string | null; igsid: string | null };

/**
 * How Meta reaches a contact on a channel; null when it knows no way. Without a phone number and a BSUID of our own
 * portfolio, the parent BSUID does: Meta takes it in the same place.
 */
export function recipientOfContact(channel: ChannelType, contact: Contact): Recipient | null {
  if (channel === "instagram")
    return contact.igsid ? { waId: null, bsuid: null, igsid: contact.igsid } : null;
  const bsuid = contact.bsuid ?? parentOf(contact);
  return contact.phone || bsuid ? { waId: contact.phone, bsuid, igsid: null } : null;
}

function parentOf({ identities }: Contact): string | null {
  return identities.find(({ kind }) => kind === "parent_bsuid")?.value ?? null;
}
