import type { SendContent } from "@/lib/domain/send-content";

type Cards = Extract<SendContent, { kind: "contacts" }>["cards"];

/** Contact cards; `formatted_name` and one more part of the name must be there. https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/contacts-messages */
export function buildContacts(cards: Cards): Record<string, unknown>[] {
  return cards.map(({ name, company, phones, emails }) => ({
    name: { formatted_name: name, first_name: name },
    ...(company ? { org: { company } } : {}),
    ...(phones.length > 0 ? { phones: phones.map(phoneOf) } : {}),
    ...(emails.length > 0 ? { emails: emails.map((email) => ({ email })) } : {}),
  }));
}

function phoneOf({ phone, type }: Cards[number]["phones"][number]): Record<string, unknown> {
  return { phone, ...(type ? { type } : {}) };
}
