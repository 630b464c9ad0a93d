import { ids } from "./world";

export type PersonNames = { waId?: string; bsuid?: string; name?: string };
type Json = Record<string, unknown>;

/** One change of a WhatsApp body, for the connected number. */
export function whatsappChange(value: Json, field = "messages"): Json {
  const metadata = { display_phone_number: ids.displayPhone, phone_number_id: ids.phoneNumberId };
  return { field, value: { messaging_product: "whatsapp", metadata, ...value } };
}

/** A WhatsApp body of some changes. */
export function whatsappBody(...changes: Json[]): Json {
  return { object: "whatsapp_business_account", entry: [{ id: ids.wabaId, changes }] };
}

/** A text of a customer; `at` in unix seconds. */
export function whatsappText(id: string, at: number, text: string, person: PersonNames): Json {
  return whatsappMessage(person, { id, timestamp: String(at), type: "text", text: { body: text } });
}

/** Any message of a customer. */
export function whatsappMessage(person: PersonNames, message: Json): Json {
  const contact = {
    profile: person.name ? { name: person.name } : undefined,
    wa_id: person.waId,
    user_id: person.bsuid,
  };
  return whatsappChange({
    contacts: [contact],
    messages: [{ from: person.waId, from_user_id: person.bsuid, ...message }],
  });
}

/** A reaction of a customer; no emoji takes it back. */
export function whatsappReaction(
  id: string,
  at: number,
  to: string,
  emoji: string,
  person: PersonNames,
): Json {
  return whatsappMessage(person, {
    id,
    timestamp: String(at),
    type: "reaction",
    reaction: { message_id: to, emoji },
  });
}

/** A delivery step; `at` in unix seconds. */
export function whatsappStatus(id: string, status: string, at: number, more: Json = {}): Json {
  return whatsappChange({ statuses: [{ id, status, timestamp: String(at), ...more }] });
}

/** A text that the business wrote in the phone app. */
export function whatsappEcho(id: string, at: number, text: string, to: string): Json {
  return whatsappChange(
    {
      message_echoes: [
        { from: ids.displayPhone, to, id, timestamp: String(at), type: "text", text: { body: text } },
      ],
    },
    "smb_message_echoes",
  );
}

/** A body of Instagram messaging events, for the connected account. */
export function instagramBody(...messaging: Json[]): Json {
  return { object: "instagram", entry: [{ id: ids.accountId, time: 1_790_000_000_000, messaging }] };
}

/** Something a customer did on Instagram; `at` in epoch milliseconds. */
export function fromCustomer(igsid: string, at: number, event: Json): Json {
  return { sender: { id: igsid }, recipient: { id: ids.accountId }, timestamp: at, ...event };
}

/** An Instagram echo: the account wrote it, from wherever. */
export function instagramEcho(igsid: string, at: number, mid: string, text: string): Json {
  return {
    sender: { id: ids.accountId },
    recipient: { id: igsid },
    timestamp: at,
    message: { mid, text, is_echo: true },
  };
}
