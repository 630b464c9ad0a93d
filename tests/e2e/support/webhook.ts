import { createHmac, randomBytes } from "node:crypto";
import { expect } from "@playwright/test";
import { stackState } from "./state";

type Json = Record<string, unknown>;

/** An id that nothing else has. */
export const fresh = () => randomBytes(6).toString("hex");

/** Posts a signed WhatsApp webhook, as Meta does. */
export async function postWebhook(
  messages: unknown[],
  more: { phoneNumberId?: string; contacts?: Json[] } = {},
) {
  const { appUrl, appSecret, whatsapp } = stackState();
  const metadata = {
    display_phone_number: "15550100200",
    phone_number_id: more.phoneNumberId ?? whatsapp.phoneNumberId,
  };
  const value = { messaging_product: "whatsapp", metadata, contacts: more.contacts ?? [], messages };
  const entry = [{ id: whatsapp.wabaId, changes: [{ field: "messages", value }] }];
  const body = JSON.stringify({ object: "whatsapp_business_account", entry });
  const signature = createHmac("sha256", appSecret).update(body).digest("hex");
  const answer = await fetch(`${appUrl}/api/webhooks/whatsapp`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` },
    body,
  });
  expect(answer.status).toBe(200);
}

/** A customer's text on WhatsApp; `from` in digits. */
export function textFrom(from: string, id: string, text: string): Json {
  const timestamp = String(Math.floor(Date.now() / 1000));
  return { from, id, timestamp, type: "text", text: { body: text } };
}
