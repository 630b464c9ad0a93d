import type { TemplateButton, TemplateMedia, TemplateParts, TemplateText, TemplateValues } from "./template";

type Json = Record<string, unknown>;

/**
 * Meta's `components` for a template with these values, which `templateProblems` found right. A file is named
 * `{ uploadId }`, ours, until it is sent. Pure.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/messages/template-messages
 */
export function templateComponents(parts: TemplateParts, values: TemplateValues): Json[] {
  const given = (id: string) => values[id]?.trim() ?? "";
  const { header, body, offer, cards, buttons, isNamed } = parts;
  return [
    ...headerOf(),
    ...textOf("body", body),
    ...(offer?.hasExpiry ? [offerOf(Number(given("offer")))] : []),
    ...(cards.length > 0 ? [{ type: "carousel", cards: cards.map(cardOf) }] : []),
    ...buttons.flatMap((button, at) => buttonOf(button, at, `button.${at}`)),
  ];

  function headerOf(): Json[] {
    if (!header) return [];
    if (header.format === "text") return textOf("header", header);
    if (header.format !== "location") return [mediaOf(header.format, "header")];
    const location = {
      latitude: given("header.latitude"),
      longitude: given("header.longitude"),
      name: given("header.place"),
      address: given("header.address"),
    };
    return [{ type: "header", parameters: [{ type: "location", location }] }];
  }

  function mediaOf(format: TemplateMedia, id: string): Json {
    const filename = given(`${id}.filename`);
    const file = { uploadId: given(id), ...(format === "document" && filename ? { filename } : {}) };
    return { type: "header", parameters: [{ type: format, [format]: file }] };
  }

  function textOf(id: "header" | "body" | `card.${number}.body`, text: TemplateText | null): Json[] {
    if (!text || text.variables.length === 0) return [];
    const parameters = text.variables.map((name) => ({
      type: "text",
      ...(isNamed ? { parameter_name: name } : {}),
      text: given(`${id}.${name}`),
    }));
    return [{ type: id === "header" ? "header" : "body", parameters }];
  }

  function buttonOf(button: TemplateButton, at: number, id: string): Json[] {
    const place = { type: "button", index: String(at) };
    switch (button.type) {
      case "url":
        if (button.variable === null) return [];
        return [{ ...place, sub_type: "url", parameters: [{ type: "text", text: given(id) }] }];
      case "code": {
        const code = given(`body.${body?.variables[0] ?? "1"}`);
        return [{ ...place, sub_type: "url", parameters: [{ type: "text", text: code }] }];
      }
      case "copy_code":
        return [
          {
            ...place,
            sub_type: "copy_code",
            parameters: [{ type: "coupon_code", coupon_code: given(id) }],
          },
        ];
      case "flow":
        return [
          { ...place, sub_type: "flow", parameters: [{ type: "action", action: { flow_token: "unused" } }] },
        ];
      default:
        return [];
    }
  }

  /** A quick reply of a card says which card it was pressed on: the words are the same on all of them. */
  function cardOf(card: TemplateParts["cards"][number], at: number): Json {
    const components = [
      ...(card.header ? [mediaOf(card.header.format, `card.${at}.header`)] : []),
      ...textOf(`card.${at}.body`, card.body),
      ...card.buttons.flatMap((button, place) => {
        if (button.type !== "quick_reply") return buttonOf(button, place, `card.${at}.button.${place}`);
        const payload = `${at + 1}: ${button.text}`;
        return [
          {
            type: "button",
            sub_type: "quick_reply",
            index: String(place),
            parameters: [{ type: "payload", payload }],
          },
        ];
      }),
    ];
    return { card_index: at, components };
  }
}

function offerOf(expiresAt: number): Json {
  const limited_time_offer = { expiration_time_ms: expiresAt };
  return { type: "limited_time_offer", parameters: [{ type: "limited_time_offer", limited_time_offer }] };
}
