import { createHmac } from "node:crypto";

let serial = 0;

/** A text message as Meta would deliver it, unique each time, from one of `customers` made-up people. */
export function nextBody(
  ids: { wabaId: string; phoneNumberId: string },
  customers: number,
  at = Date.now(),
): { body: string; text: string } {
  serial += 1;
  const waId = String(4_915_500_000_000 + (serial % customers));
  const text = `bench ${process.pid} ${serial}`;
  const body = JSON.stringify({
    object: "whatsapp_business_account",
    entry: [
      {
        id: ids.wabaId,
        changes: [
          {
            field: "messages",
            value: {
              messaging_product: "whatsapp",
              metadata: { display_phone_number: "15550100000", phone_number_id: ids.phoneNumberId },
              contacts: [{ profile: { name: `Customer ${serial % customers}` }, wa_id: waId }],
              messages: [
                {
                  from: waId,
                  id: `wamid.bench-${process.pid}-${serial}`,
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
  });
  return { body, text };
}

export function signed(body: string, secret: string): Record<string, string> {
  const signature = createHmac("sha256", secret).update(body).digest("hex");
  return { "content-type": "application/json", "x-hub-signature-256": `sha256=${signature}` };
}
