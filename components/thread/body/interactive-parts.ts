import type { Choice } from "./choices";
import { asList, asObject, asText } from "./odd";

export type Section = { title: string | null; choices: Choice[] };
export type InteractiveParts = {
  header: string | null;
  headerKind: "image" | "video" | "document" | null;
  body: string | null;
  footer: string | null;
  /** The button behind which a list is. */
  listButton: string | null;
  sections: Section[];
  cards: { title: string; subtitle: string | null; choices: Choice[] }[];
};

/** Ways of asking that have no title of their own: a key of `thread.interactive.asks`. */
export const asks = ["location_request", "contact_request", "user_phone_number", "user_email"] as const;
export type Ask = (typeof asks)[number];

const headerKinds = ["image", "video", "document"] as const;

/**
 * The parts of a message with something to tap: an `Interactive` of ours, or Meta's own shape in echoes of the
 * phone app. Whatever is not understood is left out. `askOf` gives the words of a request. Pure.
 */
export function interactiveParts(
  interactive: Record<string, unknown>,
  askOf: (ask: Ask) => string,
): InteractiveParts {
  const header = asObject(interactive.header);
  const action = asObject(interactive.action);
  return {
    header: asText(interactive.header) ?? asText(header.text),
    headerKind: headerKinds.find((kind) => kind === header.type) ?? null,
    body: wordsOf(interactive.body),
    footer: wordsOf(interactive.footer),
    listButton: asText(interactive.button) ?? asText(action.button),
    sections: [...sectionsOf(interactive, askOf), ...sectionsOf(action, askOf)],
    cards: cardsOf(interactive, askOf),
  };
}

function sectionsOf(holder: Record<string, unknown>, askOf: (ask: Ask) => string): Section[] {
  const lists = asList(holder.sections)
    .map(asObject)
    .map(({ title, rows }) => ({ title: asText(title), choices: choicesOf(rows, askOf) }));
  const loose = [
    ...choicesOf(holder.buttons, askOf),
    ...choicesOf(holder.replies, askOf),
    ...linkOf(holder),
    ...askedBy(holder.type, askOf),
  ];
  const all = [...lists, { title: null, choices: loose }];
  return all.filter(({ choices }) => choices.length > 0);
}

/** A link button: ours has title and address beside its type, Meta's has them among its parameters. */
function linkOf({ type, title, url, parameters }: Record<string, unknown>): Choice[] {
  const meta = asObject(parameters);
  const name = type === "link" ? asText(title) : asText(meta.display_text);
  return name ? [{ title: name, detail: asText(url) ?? asText(meta.url) }] : [];
}

function askedBy(type: unknown, askOf: (ask: Ask) => string): Choice[] {
  const ask = asks.find((known) => known === type);
  return ask ? [{ title: askOf(ask), detail: null }] : [];
}

function choicesOf(value: unknown, askOf: (ask: Ask) => string): Choice[] {
  return asList(value).flatMap((item) => {
    const { reply, title, text, description, url, content } = asObject(item);
    const asked = askedBy(content, askOf);
    if (asked.length > 0) return asked;
    const name = asText(asObject(reply).title) ?? asText(title) ?? asText(text);
    return name ? [{ title: name, detail: asText(description) ?? asText(url) }] : [];
  });
}

function cardsOf(interactive: Record<string, unknown>, askOf: (ask: Ask) => string) {
  const elements = asObject(interactive.payload).elements;
  const cards = asList(interactive.cards).length > 0 ? interactive.cards : elements;
  return asList(cards)
    .map(asObject)
    .map(({ title, subtitle, buttons }) => ({
      title: asText(title) ?? "",
      subtitle: asText(subtitle),
      choices: choicesOf(buttons, askOf),
    }));
}

function wordsOf(value: unknown): string | null {
  return asText(value) ?? asText(asObject(value).text);
}
