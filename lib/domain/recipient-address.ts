/** Whom to write to first: a phone number as digits (Meta's wa_id), or a business-scoped user id. */
export type RecipientAddress = { kind: "phone"; phone: string } | { kind: "bsuid"; bsuid: string };

/**
 * What somebody typed or an integrator sent, read as an address; null when it is neither. A phone number has its country
 * code and may be written in any way; a BSUID is as Meta gave it. Pure.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/business-scoped-user-ids
 */
export function readAddress(text: string): RecipientAddress | null {
  const clean = text.trim();
  return phoneOf(clean) ?? bsuidOf(clean);
}

export function phoneOf(text: string): RecipientAddress | null {
  const digits = /^[+\d\s().\-/]+$/.test(text) ? text.replace(/\D/g, "").replace(/^00/, "") : "";
  return /^[1-9]\d{6,14}$/.test(digits) ? { kind: "phone", phone: digits } : null;
}

export function bsuidOf(text: string): RecipientAddress | null {
  return /^[A-Z]{2}\.(ENT\.)?[A-Za-z0-9]{1,128}$/.test(text) ? { kind: "bsuid", bsuid: text } : null;
}
