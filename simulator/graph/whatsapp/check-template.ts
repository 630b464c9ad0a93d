import { asArray, asObject, asText, type Json } from "../../http/json";
import type { Template } from "../../world/types";
import type { World } from "../../world/world";
import { type Shown, shown } from "../content";
import { graphError, paramError } from "../errors";
import type { Effects } from "../faults";
import { requiredObject, requiredText } from "./check";
import { mediaReference } from "./check-media";
import { templateButtons } from "./template-buttons";
import { countMismatch, fillText, textValues } from "./template-text";

/**
 * A template send against the template as approved. Throws 132001, 132015, 132016 for the template, 132000, 132005,
 * 132012, 131008 for its parameters, 131062 for authentication to a BSUID.
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
  const odd = given.find(
    (component) => !["header", "body", "button"].includes(asText(component.type)?.toLowerCase() ?? ""),
  );
  if (odd) throw paramError(`Param template['components']['type'] must be one of {HEADER, BODY, BUTTON}.`);
  return shown("template", {
    ...headerOf(world, template, component(given, "header")),
    text: bodyOf(template, component(given, "body")),
    footer: asText(part(template, "FOOTER")?.text),
    options: templateButtons(
      template,
      given.filter((entry) => isType(entry, "button")),
    ),
  });
}

function approved(world: World, name: string, language: string): Template {
  const template = world.state.templates.find((row) => row.name === name && row.language === language);
  if (template?.status === "PAUSED")
    throw graphError(132015, `The template ${name} is paused due to low quality.`);
  if (template?.status === "DISABLED") throw graphError(132016, `The template ${name} is disabled.`);
  if (template?.status === "APPROVED") return template;
  throw graphError(132001, `template name (${name}) does not exist in ${language}`);
}

function bodyOf(template: Template, given: Json | null): string {
  const text = asText(part(template, "BODY")?.text) ?? "";
  const filled = fillText(text, textValues("body", template, text, given));
  if (filled.length > 1024)
    throw graphError(
      132005,
      `Translated text of the body is ${filled.length} characters long, at most 1024 are allowed`,
    );
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
  if (format === "TEXT") {
    const text = asText(header.text) ?? "";
    return { header: fillText(text, textValues("header", template, text, given)) };
  }
  const parameter = asObject(asArray(given?.parameters)[0]);
  const kind = format.toLowerCase();
  if (!parameter) throw graphError(132012, `header: Format mismatch, expected ${format}, received UNKNOWN`);
  if (parameter.type !== kind) {
    throw graphError(
      132012,
      `header: Format mismatch, expected ${format}, received ${asText(parameter.type)?.toUpperCase()}`,
    );
  }
  const media = requiredObject(parameter[kind], `template['components']['header']['${kind}']`);
  return { media: mediaReference(world, kind, media, `header['${kind}']`) };
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
