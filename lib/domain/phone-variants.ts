/**
 * All ways in which Meta and people write this phone number (a wa_id, digits only), itself first. They are for
 * finding somebody, never for sending: to send, Meta's own form counts. Three countries need it, all for mobiles:
 * Brazil's ninth digit (not for fixed lines, which begin with 2 to 5, nor for mobiles that never had eight digits),
 * Mexico's 1 after 52, Argentina's 9 after 54.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/send-messages (phone formats)
 * Pure; every variant of a number has the same variants.
 */
export function phoneVariants(waId: string): string[] {
  const other = otherForm(waId);
  return other === null ? [waId] : [waId, other];
}

/** One name for all variants of a number. Pure. */
export function phoneKey(waId: string): string {
  return phoneVariants(waId).toSorted()[0] ?? waId;
}

/** Country code, the digit that comes and goes, and what must stand around it. */
const forms = [/^(55[1-9][1-9])(9?)([6-9]\d{7})$/, /^(52)(1?)([2-9]\d{9})$/, /^(54)(9?)([1-3]\d{9})$/];
const digits = ["9", "1", "9"];

function otherForm(waId: string): string | null {
  for (const [at, form] of forms.entries()) {
    const match = form.exec(waId);
    if (!match) continue;
    const [, before = "", digit = "", after = ""] = match;
    return before + (digit === "" ? digits[at] : "") + after;
  }
  return null;
}
