import type { ContentOf } from "./content-of";

export type Card = ContentOf<"contacts">["cards"][number];

/** A card as vCard 3.0, which every phone reads; the sender's own where they gave one. Pure. */
export function vcardOf(card: Card): string {
  if (card.vcard?.trimStart().toUpperCase().startsWith("BEGIN:VCARD")) return card.vcard;
  const numbers = numbersOf(card);
  const name = card.name ?? numbers[0]?.number ?? card.emails[0] ?? "";
  const lines = [
    "BEGIN:VCARD",
    "VERSION:3.0",
    `N:;${escaped(name)};;;`,
    `FN:${escaped(name)}`,
    ...(card.company ? [`ORG:${escaped(card.company)}`] : []),
    ...numbers.map(({ number, type }) => `TEL;TYPE=${typeOf(type)}:${escaped(number)}`),
    ...card.emails.map((email) => `EMAIL:${escaped(email)}`),
    "END:VCARD",
  ];
  return `${lines.join("\r\n")}\r\n`;
}

/** The numbers of a card, each once. Pure. */
export function numbersOf(card: Card): { number: string; type: string | null }[] {
  const numbers = card.phones.flatMap(({ phone, waId, type }) => {
    const number = phone ?? (waId ? `+${waId}` : null);
    return number === null ? [] : [{ number, type }];
  });
  return numbers.filter((one, index) => numbers.findIndex(({ number }) => number === one.number) === index);
}

/** Whether there is anything to save. Pure. */
export function hasReach(card: Card): boolean {
  return numbersOf(card).length > 0 || card.emails.length > 0;
}

const escaped = (value: string) =>
  value.replace(/[\\;,]/g, (char) => `\\${char}`).replace(/\r?\n|\r/g, "\\n");
const typeOf = (type: string | null) =>
  /^[a-z]{1,12}$/i.test(type ?? "") ? (type ?? "").toUpperCase() : "CELL";
