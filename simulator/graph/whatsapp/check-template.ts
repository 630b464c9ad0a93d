import { asArray, asObject, asText, type Json } from "../../http/json";
import type { Template } from "../../world/types";
import type { World } from "../../world/world";
import { type Shown, shown } from "../content";
import { graphError, paramError } from "../errors";
import type { Effects } from "../faults";
import { invalid, requiredObject, requiredText } from "./check";
import { templateButtons } from "./template-buttons";
import { cardsOf } from "./template-cards";
import { mediaHeader } from "./template-header";
import { offerOf } from "./template-offer";
import { countMismatch, fillText, textValues, tooLong } from "./template-text";

/**
 * A template send against the template as approved. Throws 132001, 132015, 132016 for the template, 132000, 132005,
 * 132012, 131008 or 131009 for its parameters, 131062 for authentication to a BSUID.
 */
export function checkTemplate(world: World, body: Json, content: Json, effects: Effects): Shown {
  const name = requiredText(content.name, "template['name']");
  const language = requiredObject(content.language, "template['language']");
  const code = requiredText(language.code, "template['language']['code']");
  const template = approved(world, name, code);
  if (effects.isTemplatePaused)
    throw graphError(132015, `The template ${name} is paused due to low quality.`);
  if (template.category === "AUTHENTICATION" && body.to === undefined) throw graphError(131062);
  if (content.components !== undefined && !Array.isArray(content.components)) {
    throw paramError("Param template['components'] must be an array.");
  }
  const given = asArray(content.components).map((entry, at) =>
    requiredObject(entry, `template['components'][${at}]`),
  );
  onlyKnown(given);
  const cards = cardsOf(world, template, component(given, "carousel"));
  const options = templateButtons(
    template.components,
    given.filter((entry) => isType(entry, "button")),
  );
  const words = filledBody(template, component(given, "body"));
  checkCodes(template, given);
  return shown("template", {
    ...headerOf(world, template, component(given, "header")),
    text: [words, offerOf(template, component(given, "limited_time_offer")), ...cards.texts]
      .filter(Boolean)
      .join("\n\n"),
    footer: asText(part(template, "FOOTER")?.text),
    options: [...options, ...cards.options],
  });
}

function onlyKnown(given: Json[]): void {
  const odd = given.find((entry) => !known.includes(asText(entry.type)?.toLowerCase() ?? ""));
  if (odd) {
    throw paramError(
      "Param template['components']['type'] must be one of {HEADER, BODY, BUTTON, CAROUSEL, LIMITED_TIME_OFFER}.",
    );
  }
  for (const type of known.filter((one) => one !== "button")) {
    if (given.filter((entry) => isType(entry, type)).length > 1)
      throw paramError(`Param template['components'] has more than one ${type}.`);
  }
}

const known = ["header", "body", "button", "carousel", "limited_time_offer"];

function approved(world: World, name: string, language: string): Template {
  const template = world.state.templates.find((row) => row.name === name && row.language === language);
  if (template?.status === "PAUSED")
    throw graphError(132015, `The template ${name} is paused due to low quality.`);
  if (template?.status === "DISABLED") throw graphError(132016, `The template ${name} is disabled.`);
  if (template?.status === "APPROVED") return template;
  throw graphError(132001, `template name (${name}) does not exist in ${language}`);
}

function filledBody(template: Template, given: Json | null): string {
  const text = asText(part(template, "BODY")?.text) ?? "";
  const filled = fillText(text, textValues("body", template, text, given));
  tooLong("body", filled, 1024);
  return filled;
}

function headerOf(world: World, template: Template, given: Json | null): Partial<Shown> {
  const header = part(template, "HEADER");
  if (!header) {
    if (given && asArray(given.parameters).length > 0)
      throw countMismatch("header", asArray(given.parameters).length, 0);
    return {};
  }
  const format = asText(header.format) ?? "TEXT";
  if (format !== "TEXT") return mediaHeader(world, "header", format, given);
  const text = asText(header.text) ?? "";
  const filled = fillText(text, textValues("header", template, text, given));
  tooLong("header", filled, 60);
  return { header: filled };
}

/** A one-time password is the same in the text and on the button, and at most 15 characters. */
function checkCodes(template: Template, given: Json[]): void {
  if (template.category !== "AUTHENTICATION") return;
  const codeIn = (entry: Json | null) => asText(asObject(asArray(entry?.parameters)[0])?.text) ?? "";
  const code = codeIn(component(given, "body"));
  if (code.length > 15) throw invalid("The verification code is longer than 15 characters");
  if (code !== codeIn(component(given, "button")))
    throw invalid("The code of the button is not that of the body");
}

function part(template: Template, type: string): Json | null {
  return template.components.find((entry) => entry.type === type) ?? null;
}

function component(given: Json[], type: string): Json | null {
  return given.find((entry) => isType(entry, type)) ?? null;
}

function isType(entry: Json, type: string): boolean {
  return asText(entry.type)?.toLowerCase() === type;
}
