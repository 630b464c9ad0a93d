import { asList, asObject, asText } from "./odd";

export type TemplateParts = {
  header: string | null;
  /** Of a header that is a file or a place. */
  headerKind: "image" | "video" | "document" | "location" | null;
  body: string | null;
  /** What was filled in, in order. */
  values: string[];
  footer: string | null;
  buttons: string[];
};

const kinds = ["image", "video", "document", "location"] as const;

/**
 * What is known of a template's parts, from its components as sent (parameters), as Meta defines them (texts), or
 * both. The components are Meta's and may hold anything. Pure.
 */
export function templateParts(components: readonly Record<string, unknown>[]): TemplateParts {
  const parts: TemplateParts = {
    header: null,
    headerKind: null,
    body: null,
    values: [],
    footer: null,
    buttons: [],
  };
  for (const component of components) readComponent(component, parts);
  return parts;
}

function readComponent(component: Record<string, unknown>, parts: TemplateParts): void {
  const type = asText(component.type)?.toLowerCase();
  const text = asText(component.text);
  const parameters = asList(component.parameters).map(asObject);
  const texts = parameters.map(({ text }) => asText(text)).filter((value) => value !== null);
  if (type === "header") {
    const format = (asText(component.format) ?? asText(parameters[0]?.type))?.toLowerCase();
    parts.headerKind = kinds.find((kind) => kind === format) ?? null;
    parts.header = text ?? texts[0] ?? null;
  }
  if (type === "body") {
    parts.body = text;
    parts.values = texts;
  }
  if (type === "footer") parts.footer = text;
  if (type === "buttons" || type === "button") {
    const titles = [component, ...asList(component.buttons).map(asObject)].map(({ text }) => asText(text));
    parts.buttons.push(...titles.filter((title) => title !== null));
  }
}
