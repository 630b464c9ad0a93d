import type { TemplateButton, TemplateMedia, TemplateParts, TemplateText } from "./template";
import { fillIn, variablesIn } from "./template-parts";

/** Characters. https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components */
export const templateLimits = {
  header: 60,
  body: 1024,
  cardBody: 160,
  coupon: 15,
  code: 15,
  url: 2000,
} as const;

/** One thing a template wants from whoever sends it. `id` is its key in `TemplateValues`. */
export type TemplateField = {
  id: string;
  part: "header" | "body" | "button" | "offer";
  /** Place in a carousel, from 0. */
  card: number | null;
  kind:
    | "text"
    | TemplateMedia
    | "latitude"
    | "longitude"
    | "place"
    | "address"
    | "url"
    | "coupon"
    | "code"
    | "expiry";
  /** The variable as the template writes it, or the words of the button. */
  name: string | null;
  example: string | null;
  /** Most characters of the value by itself; null where only the whole text is limited. */
  limit: number | null;
};

/** The fields of a template, in the order in which the customer reads them. Pure. */
export function templateFields(parts: TemplateParts): TemplateField[] {
  const { header, body, buttons, offer, cards } = parts;
  return [
    ...headerFields(header),
    ...(offer?.hasExpiry ? [field({ id: "offer", part: "offer", kind: "expiry" })] : []),
    ...textFields("body", body, null, parts.isAuthentication ? "code" : "text"),
    ...buttons.flatMap((button, at) => buttonFields(button, `button.${at}`, null)),
    ...cards.flatMap((card, at) => [
      ...(card.header
        ? [field({ id: `card.${at}.header`, part: "header", card: at, kind: card.header.format })]
        : []),
      ...textFields(`card.${at}.body`, card.body, at, "text"),
      ...card.buttons.flatMap((button, place) => buttonFields(button, `card.${at}.button.${place}`, at)),
    ]),
  ];
}

/** A text of the template with the values in it; what is missing stays `{{name}}`. `id`: `header`, `body`, `card.0.body`. Pure. */
export function filledText(
  id: string,
  { text }: TemplateText,
  values: Readonly<Record<string, string>>,
): string {
  return fillIn(text, (name) => values[`${id}.${name}`]?.trim());
}

/** A link with its ending in place. Pure. */
export function filledUrl(url: string, ending: string | undefined): string {
  return fillIn(url, () => ending?.trim());
}

function headerFields(header: TemplateParts["header"]): TemplateField[] {
  if (!header) return [];
  if (header.format === "text") return textFields("header", header, null, "text");
  if (header.format !== "location") return [field({ id: "header", part: "header", kind: header.format })];
  return (["latitude", "longitude", "place", "address"] as const).map((kind) =>
    field({ id: `header.${kind}`, part: "header", kind }),
  );
}

function textFields(
  id: string,
  text: TemplateText | null,
  card: number | null,
  kind: "text" | "code",
): TemplateField[] {
  if (!text) return [];
  return text.variables.map((name) =>
    field({
      id: `${id}.${name}`,
      part: id === "header" ? "header" : "body",
      card,
      kind,
      name,
      example: text.examples[name] ?? null,
      limit: kind === "code" ? templateLimits.code : null,
    }),
  );
}

function buttonFields(button: TemplateButton, id: string, card: number | null): TemplateField[] {
  const about = { id, part: "button", card, name: button.text } as const;
  if (button.type === "copy_code") {
    return [field({ ...about, kind: "coupon", example: button.example, limit: templateLimits.coupon })];
  }
  if (button.type !== "url" || variablesIn(button.url).length === 0) return [];
  return [field({ ...about, kind: "url", example: endingOf(button.url, button.example) })];
}

/** Meta's example of a link may be the whole link; what is typed is only its end. */
function endingOf(url: string, example: string | null): string | null {
  const start = url.split("{{")[0] ?? "";
  return example?.startsWith(start) ? example.slice(start.length) : example;
}

function field(about: Pick<TemplateField, "id" | "part" | "kind"> & Partial<TemplateField>): TemplateField {
  return { card: null, name: null, example: null, limit: null, ...about };
}
