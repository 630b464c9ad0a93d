import type { TemplateShown } from "@/lib/domain/template-shown";
import type { ContentOf } from "./content-of";
import { asList, asObject, asText } from "./odd";

const kinds = ["image", "video", "document", "location"] as const;

/**
 * What the customer saw of a template beside its body. Where that was not kept, as in echoes of the phone app, what
 * its components tell: parameters as sent, or texts as Meta defines them. They are Meta's and may hold anything. Pure.
 */
export function shownTemplate({ shown, components }: ContentOf<"template">): TemplateShown {
  if (shown) return shown;
  const header = partOf(components, "header");
  const parameters = asList(header.parameters).map(asObject);
  const format = (asText(header.format) ?? asText(parameters[0]?.type))?.toLowerCase();
  return {
    header: asText(header.text) ?? asText(parameters[0]?.text),
    headerKind: kinds.find((kind) => kind === format) ?? null,
    footer: asText(partOf(components, "footer").text),
    offer: null,
    buttons: asList(partOf(components, "buttons").buttons)
      .map((button) => asText(asObject(button).text))
      .filter((title) => title !== null),
    cards: [],
  };
}

/** What was filled into the body, in order. Pure. */
export function templateValues(components: ContentOf<"template">["components"]): string[] {
  return asList(partOf(components, "body").parameters)
    .map((parameter) => asText(asObject(parameter).text))
    .filter((text) => text !== null);
}

function partOf(components: ContentOf<"template">["components"], type: string): Record<string, unknown> {
  return components.find((one) => asText(one.type)?.toLowerCase() === type) ?? {};
}
