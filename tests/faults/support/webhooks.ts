import { createHmac } from "node:crypto";
import { localChannels } from "../../../scripts/stack/identity";
import type { World } from "./world";

/** Posts a signed text message of a WhatsApp customer to the app and answers with the status it got. */
export async function postText(
  world: Pick<World, "appUrl" | "secrets">,
  message: { id: string; phone: string; text: string; at: number },
): Promise<number> {
  const body = JSON.stringify(bodyOf(message));
  const secret = world.secrets.appSecret.split(",")[0] ?? "";
  const response = await fetch(`${world.appUrl}/api/webhooks/whatsapp`, {
    method: "POST",
    headers: {
      "content-type": "application/json",
      "x-hub-signature-256": `sha256=${createHmac("sha256", secret).update(body).digest("hex")}`,
    },
    body,
  });
  await response.arrayBuffer();
  return response.status;
}

function bodyOf({ id, phone, text, at }: { id: string; phone: string; text: string; at: number }) {
  const { wabaId, phoneNumberId, displayPhone } = localChannels.whatsapp;
  return {
    object: "whatsapp_business_account",
    entry: [
      {
        id: wabaId,
        changes: [
          {
            field: "messages",
            value: {
              messaging_product: "whatsapp",
              metadata: {
                display_phone_number: displayPhone.replaceAll(/\D/g, ""),
                phone_number_id: phoneNumberId,
              },
              contacts: [{ wa_id: phone, profile: { name: `Customer ${phone.slice(-3)}` } }],
              messages: [
                {
                  from: phone,
                  id,
                  timestamp: String(Math.floor(at / 1000)),
                  type: "text",
                  text: { body: text },
                },
              ],
            },
          },
        ],
      },
    ],
  };
}
