import { z } from "zod";
import { id, listOf, object, optional, text } from "../lenient";
import { nobody } from "../person";
import type { Draft } from "./draft";
import { phoneOf } from "./person";

const Card = z.object({
  name: optional(
    z.object({ formatted_name: optional(text), first_name: optional(text), last_name: optional(text) }),
  ),
  org: optional(z.object({ company: optional(text) })),
  phones: listOf(z.object({ phone: optional(id), wa_id: optional(id), type: optional(text) })),
  emails: listOf(z.object({ email: text })),
  vcard: optional(text),
  origin: optional(text),
});
type Card = z.output<typeof Card>;

/**
 * Shared cards. A card of origin `contact_request` is the sender's own number, vouched for by Meta, so it is one
 * more name of the sender; any other card is whatever they chose to share.
 */
export function contactsContent(raw: unknown[]): Draft {
  const cards = listOf(object)
    .parse(raw)
    .map((card) => Card.parse(card));
  const ownWaId = phoneOf(cards.find((card) => card.origin === "contact_request")?.phones[0]?.wa_id);
  return {
    kind: "contacts",
    text: null,
    content: { kind: "contacts", cards: cards.map(cardOf) },
    ...(ownWaId ? { alias: { ...nobody, waId: ownWaId } } : {}),
  };
}

function cardOf(card: Card) {
  return {
    name: nameOf(card),
    company: card.org?.company ?? null,
    phones: card.phones.map(({ phone, wa_id, type }) => ({
      phone: phone ?? null,
      waId: phoneOf(wa_id),
      type: type ?? null,
    })),
    emails: card.emails.map(({ email }) => email),
    vcard: card.vcard ?? null,
    origin: card.origin ?? null,
  };
}

function nameOf({ name }: Card): string | null {
  const joined = [name?.first_name, name?.last_name].filter(Boolean).join(" ");
  return name?.formatted_name || joined || null;
}
