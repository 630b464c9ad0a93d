import { createHash, createHmac, randomBytes } from "node:crypto";
import { expect } from "@playwright/test";
import { stackState } from "./state";

type Json = Record<string, unknown>;

/** An id that nothing else has. */
export const fresh = () => randomBytes(6).toString("hex");

/** Posts a signed WhatsApp webhook, as Meta does; resolves once it has been processed. */
export async function postWebhook(
  messages: unknown[],
  more: { phoneNumberId?: string; contacts?: Json[] } = {},
) {
  const { appUrl, appSecret, apiKey, whatsapp } = stackState();
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
  const id = `wa_${createHash("sha256").update(body).digest("base64url")}`;
  const headers = { authorization: `Bearer ${apiKey}` };
  await expect(async () => {
    const event = await fetch(`${appUrl}/api/v1/webhook-events/${id}`, { headers });
    expect(await event.json()).toMatchObject({ state: expect.stringMatching(/processed|ignored|failed/) });
  }).toPass({ timeout: 20_000 });
}

/** A customer's text on WhatsApp; `from` in digits. */
export function textFrom(from: string, id: string, text: string): Json {
  const timestamp = String(Math.floor(Date.now() / 1000));
  return { from, id, timestamp, type: "text", text: { body: text } };
}
