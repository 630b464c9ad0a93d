/** The `object` of a webhook body (`whatsapp_business_account`, `instagram`), or null when it names none. */
export function objectOf(body: unknown): string | null {
  if (typeof body !== "object" || body === null || !("object" in body)) return null;
  return typeof body.object === "string" ? body.object : null;
}
