import { type ConsentTold, consentIdOf, consentOf } from "@/lib/domain/consent";
import { consentsOf } from "@/lib/store/consents";
import type { Unit } from "@/lib/store/unit";

/** Keeps a word about marketing in the contact's record, also one that is not the newest. Twice is once. */
export async function noteConsent(unit: Unit, contactId: string, told: ConsentTold): Promise<void> {
  const ref = consentsOf(contactId).doc(consentIdOf(told));
  const known = await unit.get(ref);
  unit.set(ref, consentOf(told, known));
}
