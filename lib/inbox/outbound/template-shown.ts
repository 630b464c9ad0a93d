import type { ChannelTemplate } from "@/lib/channels/client";
import type { SendContent } from "@/lib/domain/send-content";
import type { TemplateText } from "@/lib/domain/template";
import { fillIn, templateParts } from "@/lib/domain/template-parts";
import type { TemplateShown } from "@/lib/domain/template-shown";
import { type Component, isOfType, objectsOf, parametersOf, wordsOf } from "./template-parameters";

type TemplateContent = Extract<SendContent, { kind: "template" }>;

/** The parts of a template around its body as the customer will see them. Pure. */
export function shownTemplate(template: ChannelTemplate, { components }: TemplateContent): TemplateShown {
  const { header, footer, offer, buttons, cards } = templateParts(template);
  const carousel = components.find((one) => isOfType(one, "carousel"));
  const sentCards = objectsOf(carousel?.cards);
  return {
    header: header?.format === "text" ? filled(header, "header", components) : null,
    headerKind: header && header.format !== "text" ? header.format : null,
    footer,
    offer: offer?.text ?? null,
    buttons: buttons.map(({ text }) => text),
    cards: cards.map((card, index) => ({
      headerKind: card.header?.format ?? null,
      body: card.body ? filled(card.body, "body", objectsOf(sentCards[index]?.components)) : null,
      buttons: card.buttons.map(({ text }) => text),
    })),
  };
}

/** A text with the parameters of one component in place. Pure. */
export function filled(
  { text }: Pick<TemplateText, "text">,
  type: "header" | "body",
  components: readonly Component[],
): string {
  const given = parametersOf(components.find((one) => isOfType(one, type)));
  return fillIn(text, (name) => {
    const byName = given.find((parameter) => parameter.parameter_name === name);
    return wordsOf(byName ?? given[Number(name) - 1]) ?? undefined;
  });
}
