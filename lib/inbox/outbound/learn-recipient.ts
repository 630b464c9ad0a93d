import type { Sent } from "@/lib/channels/client";
import type { Person } from "@/lib/domain/contact";
import { moveThreads } from "@/lib/inbox/contacts/move-threads";
import { resolvePerson } from "@/lib/inbox/contacts/resolve";
import { log } from "@/lib/log";
import { inUnit } from "@/lib/store/unit";
import type { Claim } from "./claim";
import { currentContact } from "./locate";

/**
 * Meta's answer names the recipient by its own wa_id, which need not be the number that was dialled (Brazil's ninth
 * digit, Mexico's 1). It is kept as another name of the contact, so that the customer's answer finds this
 * conversation. Never throws: the message is sent either way. `now` in epoch ms.
 */
export async function learnRecipient(claim: Claim, sent: Sent, now: number): Promise<void> {
  const { contact } = claim;
  const { waId, bsuid } = sent.contactIds;
  if (!contact) return;
  const known = new Set(contact.identities.map(({ value }) => value));
  if ([waId, bsuid].every((id) => id === null || known.has(id))) return;
  const named: Person = { ...nobody, waId, bsuid };
  const aliases: Person[] = [{ ...nobody, waId: contact.phone, bsuid: contact.bsuid }];
  try {
    const turns = [contact.id, ...(waId ? [`wa_${waId}`] : [])];
    const { mergedIds } = await inUnit(async (unit) => {
      // Erased meanwhile: the answer of an old send makes nobody anew.
      if (!(await currentContact(unit, contact.id))) return { mergedIds: [] };
      return resolvePerson(unit, {
        channelType: "whatsapp",
        person: named,
        aliases,
        at: now,
        now,
        fallbackId: contact.id,
      });
    }, turns);
    for (const id of mergedIds) await moveThreads(id);
  } catch (err) {
    log.warn({ err, contactId: contact.id }, "a recipient's other number was not kept");
  }
}

const nobody: Person = {
  waId: null,
  bsuid: null,
  parentBsuid: null,
  igsid: null,
  username: null,
  name: null,
};
