import type { ChannelType } from "@/lib/domain/channel";
import type { Contact } from "@/lib/domain/contact";

export type Recipient = { waId: string | null; bsuid: string | null; igsid: string | null };

/** How Meta reaches a contact on a channel; null when it knows no way. */
export function recipientOfContact(channel: ChannelType, contact: Contact): Recipient | null {
  if (channel === "instagram")
    return contact.igsid ? { waId: null, bsuid: null, igsid: contact.igsid } : null;
  if (!contact.phone && !contact.bsuid) return null;
  return { waId: contact.phone, bsuid: contact.bsuid, igsid: null };
}
