import { Consent } from "@/lib/domain/consent";
import { contacts } from "./contacts";
import { converterFor } from "./typed-collection";

const converter = converterFor(Consent);

/** `contacts/<id>/consents`: every word about marketing that was heard from or about a contact. */
export const consentsOf = (contactId: string) =>
  contacts().doc(contactId).collection("consents").withConverter(converter);
