import type { Json } from "../http/json";
import { newNumericId } from "./ids";
import { rareTemplates } from "./more-templates";
import type { Template } from "./types";

const body = (text: string, example?: Json): Json => ({
  type: "BODY",
  text,
  ...(example ? { example } : {}),
});
const footer = (text: string): Json => ({ type: "FOOTER", text });
const quickReplies = (...texts: string[]): Json => ({
  type: "BUTTONS",
  buttons: texts.map((text) => ({ type: "QUICK_REPLY", text })),
});

/** The templates of a believable shop: languages, statuses, both parameter formats, media and buttons. */
export function sampleTemplates(): Template[] {
  return [
    template("order_confirmation", "en_US", "UTILITY", [
      body("Hi {{1}}, we have your order {{2}}. We will write again when it leaves us.", {
        body_text: [["Amara", "A-1042"]],
      }),
      footer("Reply to this message for help"),
    ]),
    template("order_confirmation", "fr", "UTILITY", [
      body("Bonjour {{1}}, votre commande {{2}} est bien enregistrée. Nous vous écrirons à l'expédition.", {
        body_text: [["Léa", "A-1042"]],
      }),
    ]),
    template("delivery_update", "en_US", "UTILITY", [
      { type: "HEADER", format: "TEXT", text: "Order {{1}}", example: { header_text: ["A-1042"] } },
      body("Your parcel arrives {{1}} between {{2}} and {{3}}.", {
        body_text: [["today", "14:00", "16:00"]],
      }),
      {
        type: "BUTTONS",
        buttons: [
          { type: "URL", text: "Track parcel", url: "https://example.com/track/{{1}}", example: ["A-1042"] },
          { type: "QUICK_REPLY", text: "Change the time" },
        ],
      },
    ]),
    template(
      "appointment_reminder",
      "de",
      "UTILITY",
      [
        body("Guten Tag {{first_name}}, wir sehen uns am {{day}} um {{time}} Uhr.", {
          body_text_named_params: [
            { param_name: "first_name", example: "Jonas" },
            { param_name: "day", example: "Dienstag" },
            { param_name: "time", example: "10:30" },
          ],
        }),
        quickReplies("Bestätigen", "Verschieben"),
      ],
      { parameter_format: "NAMED" },
    ),
    template("we_miss_you", "en_US", "MARKETING", [
      { type: "HEADER", format: "IMAGE", example: { header_handle: ["https://example.com/header.png"] } },
      body("{{1}}, it has been a while. Here is what came in this week.", { body_text: [["Amara"]] }),
      footer("Write STOP to hear no more of this"),
      quickReplies("Show me", "Not now"),
    ]),
    template("hello_again", "en_US", "MARKETING", [
      body("Hello! You wrote to us some days ago. Can we still help you?"),
      quickReplies("Yes, please", "No, thank you"),
    ]),
    template("recibo_de_pago", "es", "UTILITY", [
      { type: "HEADER", format: "DOCUMENT", example: { header_handle: ["https://example.com/recibo.pdf"] } },
      body("Hola {{1}}, aquí está tu recibo por {{2}}.", { body_text: [["Lucía", "45,00 €"]] }),
    ]),
    template(
      "flash_sale",
      "en_US",
      "MARKETING",
      [body("Only today: {{1}} off everything.", { body_text: [["20 %"]] })],
      {
        status: "PAUSED",
      },
    ),
    template("free_money", "en_US", "MARKETING", [body("You have won! Tap to claim.")], {
      status: "REJECTED",
      rejected_reason: "PROMOTIONAL",
    }),
    template(
      "pickup_ready",
      "pt_BR",
      "UTILITY",
      [body("Olá {{1}}, seu pedido está pronto.", { body_text: [["Caio"]] })],
      {
        status: "PENDING",
      },
    ),
    ...rareTemplates.map(({ name, language, category, components, ...extra }) =>
      template(name, language, category, components, extra),
    ),
  ];
}

/** A template as Meta would list it once it was approved. */
export function template(
  name: string,
  language: string,
  category: Template["category"],
  components: Json[],
  extra?: Partial<Template>,
): Template {
  return {
    name,
    parameter_format: "POSITIONAL",
    components,
    language,
    status: "APPROVED",
    category,
    id: newNumericId(16),
    quality_score: { score: extra?.status === "PAUSED" ? "RED" : "GREEN", date: 1_790_000_000 },
    ...extra,
  };
}
