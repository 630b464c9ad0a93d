import type { TemplateButton, TemplateCard, TemplateHeader, TemplateParts, TemplateText } from "./template";

type Json = Record<string, unknown>;
type Source = { components: readonly Json[]; parameterFormat: string | null; category: string | null };

/**
 * Meta's `components` of a template, as one shape. What is odd is left out or named in `unknown`, never thrown. Pure.
 * https://developers.facebook.com/documentation/business-messaging/whatsapp/templates/components
 */
export function templateParts({ components, parameterFormat, category }: Source): TemplateParts {
  const isAuthentication = category?.toUpperCase() === "AUTHENTICATION";
  const find = (type: string) => components.find((one) => wordOf(one.type) === type);
  const header = find("HEADER");
  const body = find("BODY");
  const texts = [header, body].flatMap((part) => variablesIn(part?.text));
  const buttons = buttonsOf(find("BUTTONS"), isAuthentication);
  const carousel = find("CAROUSEL");
  return {
    isNamed: parameterFormat?.toUpperCase() === "NAMED" || texts.some((name) => !/^\d+$/.test(name)),
    isAuthentication,
    header: header ? headerOf(header) : null,
    body: body ? textOf(body, "body") : null,
    footer: stringOf(find("FOOTER")?.text),
    buttons: buttons.known,
    offer: offerOf(find("LIMITED_TIME_OFFER")),
    cards: listOf(carousel?.cards).map((card) => cardOf(card, isAuthentication)),
    unknown: [
      ...components.map((one) => wordOf(one.type)).filter((type) => !knownParts.has(type)),
      ...(header && !headerOf(header) ? [`HEADER ${wordOf(header.format)}`] : []),
      ...buttons.unknown,
      ...listOf(carousel?.cards).flatMap((card) => unknownInCard(card, isAuthentication)),
    ],
  };
}

/** The variables of a text, each once: by number, else in the order they come. Pure. */
export function variablesIn(text: unknown): string[] {
  if (typeof text !== "string") return [];
  const names = [...new Set([...text.matchAll(variable)].map((match) => match[1] ?? ""))];
  return names.every((name) => /^\d+$/.test(name)) ? names.sort((a, b) => Number(a) - Number(b)) : names;
}

/** A text with its variables filled in; those without a value stay as they are. Pure. */
export function fillIn(text: string, valueFor: (name: string) => string | undefined): string {
  return text.replace(variable, (whole, name: string) => valueFor(name) || whole);
}

const variable = /\{\{\s*([\w.-]+)\s*\}\}/g;
const knownParts = new Set([
  "HEADER",
  "BODY",
  "FOOTER",
  "BUTTONS",
  "LIMITED_TIME_OFFER",
  "CAROUSEL",
  "CALL_PERMISSION_REQUEST",
]);

function headerOf(part: Json): TemplateHeader | null {
  const format = wordOf(part.format) || "TEXT";
  if (format === "TEXT") return { format: "text", ...textOf(part, "header") };
  if (format === "IMAGE" || format === "VIDEO" || format === "DOCUMENT" || format === "LOCATION") {
    return { format: format.toLowerCase() as "image" | "video" | "document" | "location" };
  }
  return null;
}

function textOf(part: Json, where: "header" | "body"): TemplateText {
  const text = stringOf(part.text) ?? "";
  const variables = variablesIn(text);
  const example = objectOf(part.example);
  const named = listOf(example?.[`${where}_text_named_params`]);
  const listed = example?.[`${where}_text`];
  const row = Array.isArray(listed) && Array.isArray(listed[0]) ? listed[0] : listed;
  const examples: Record<string, string> = {};
  for (const [at, name] of variables.entries()) {
    const byName = stringOf(named.find((one) => one.param_name === name)?.example);
    const byPlace = stringOf(Array.isArray(row) ? row[at] : null);
    const found = byName ?? byPlace;
    if (found !== null) examples[name] = found;
  }
  return { text, variables, examples };
}

type Buttons = { known: TemplateButton[]; unknown: string[] };

/** Buttons keep their places: one that is not known stands as a quick reply and makes the template unfillable. */
function buttonsOf(part: Json | undefined, isAuthentication: boolean): Buttons {
  const unknown: string[] = [];
  const known = listOf(part?.buttons).map((button): TemplateButton => {
    const text = stringOf(button.text) ?? "";
    const type = wordOf(button.type);
    const simple = simpleTypes[type];
    if (simple) return { type: simple, text };
    if (type === "PHONE_NUMBER") return { type: "phone", text, phone: stringOf(button.phone_number) ?? "" };
    if (type === "COPY_CODE") return { type: "copy_code", text, example: exampleOf(button) };
    if (type !== "URL") {
      unknown.push(`BUTTON ${type}`);
      return { type: "quick_reply", text };
    }
    const url = stringOf(button.url) ?? "";
    const name = variablesIn(url)[0] ?? null;
    if (isAuthentication && name !== null) return { type: "code", text };
    return { type: "url", text, url, variable: name, example: exampleOf(button) };
  });
  return { known, unknown };
}

const simpleTypes: Record<string, "quick_reply" | "flow" | "request_contact_info" | "code" | "call"> = {
  QUICK_REPLY: "quick_reply",
  FLOW: "flow",
  REQUEST_CONTACT_INFO: "request_contact_info",
  OTP: "code",
  VOICE_CALL: "call",
};

function cardOf(card: Json, isAuthentication: boolean): TemplateCard {
  const parts = listOf(card.components);
  const header = parts.find((one) => wordOf(one.type) === "HEADER");
  const body = parts.find((one) => wordOf(one.type) === "BODY");
  const format = wordOf(header?.format);
  return {
    header:
      format === "IMAGE" || format === "VIDEO" ? { format: format === "IMAGE" ? "image" : "video" } : null,
    body: body ? textOf(body, "body") : null,
    buttons: buttonsOf(
      parts.find((one) => wordOf(one.type) === "BUTTONS"),
      isAuthentication,
    ).known,
  };
}

function unknownInCard(card: Json, isAuthentication: boolean): string[] {
  const parts = listOf(card.components);
  const header = parts.find((one) => wordOf(one.type) === "HEADER");
  const format = wordOf(header?.format);
  const buttons = buttonsOf(
    parts.find((one) => wordOf(one.type) === "BUTTONS"),
    isAuthentication,
  );
  const isKnown = !header || format === "IMAGE" || format === "VIDEO";
  return [...(isKnown ? [] : [`CARD HEADER ${format}`]), ...buttons.unknown];
}

function offerOf(part: Json | undefined): TemplateParts["offer"] {
  const offer = objectOf(part?.limited_time_offer);
  if (!part) return null;
  return { text: stringOf(offer?.text) ?? "", hasExpiry: offer?.has_expiration === true };
}

function exampleOf(button: Json): string | null {
  return stringOf(Array.isArray(button.example) ? button.example[0] : button.example);
}

const wordOf = (value: unknown) => (typeof value === "string" ? value.toUpperCase() : "");
const stringOf = (value: unknown) => (typeof value === "string" ? value : null);
const objectOf = (value: unknown) =>
  typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Json) : null;
function listOf(value: unknown): Json[] {
  if (!Array.isArray(value)) return [];
  return value.map(objectOf).filter((one) => one !== null);
}
