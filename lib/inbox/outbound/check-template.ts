import type { ChannelTemplate } from "@/lib/channels/client";
import { fail, ok, type Result } from "@/lib/domain/result";
import type { SendContent } from "@/lib/domain/send-content";

type TemplateContent = Extract<SendContent, { kind: "template" }>;
type Component = Record<string, unknown>;

/** What a template's part wants and what is given for it; `names` is null when parameters go by position. */
type Slot = { part: string; wanted: number; names: string[] | null; given: Component[] };

/**
 * Whether Meta would take these parameters: approved, and the right number in each part (132000, 132001, 132015 and
 * 132016 before they happen). Parts this version does not know are left to Meta. Pure.
 */
export function checkTemplate(template: ChannelTemplate, content: TemplateContent): Result<null> {
  if (template.status !== null && template.status !== "APPROVED") {
    return fail("template_not_approved", "Meta has not approved this template", { status: template.status });
  }
  for (const slot of slotsOf(template, content)) {
    const isCountRight = slot.given.length === slot.wanted;
    if (isCountRight && areNamesRight(slot)) continue;
    const details = { part: slot.part, wanted: slot.wanted, given: slot.given.length };
    return fail("template_parameters_mismatch", "The template wants other parameters", details);
  }
  return ok(null);
}

/** The template's body with its parameters in place, as the customer reads it; null when it has no body. Pure. */
export function bodyTextOf(template: ChannelTemplate, content: TemplateContent): string | null {
  const body = partsOf(template).find((part) => typeOf(part) === "BODY");
  if (typeof body?.text !== "string") return null;
  const given = parametersOf(content.components, "body");
  return body.text.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (whole, name: string) => {
    const byName = given.find((parameter) => parameter.parameter_name === name);
    return wordsOf(byName ?? given[Number(name) - 1]) ?? whole;
  });
}

/** One-time passwords go to phone numbers only (131062). */
export function needsPhone(template: ChannelTemplate): boolean {
  return template.category?.toUpperCase() === "AUTHENTICATION";
}

function slotsOf(template: ChannelTemplate, content: TemplateContent): Slot[] {
  const isNamed = template.parameterFormat?.toUpperCase() === "NAMED";
  return partsOf(template).flatMap((part) => {
    if (typeOf(part) === "BUTTONS") return buttonSlots(part, content);
    if (typeOf(part) !== "HEADER" && typeOf(part) !== "BODY") return [];
    const name = typeOf(part).toLowerCase();
    const variables = variablesIn(part.text);
    const isMedia = typeOf(part) === "HEADER" && typeof part.format === "string" && part.format !== "TEXT";
    const given = parametersOf(content.components, name);
    if (isMedia) return [{ part: name, wanted: 1, names: null, given }];
    return [{ part: name, wanted: variables.length, names: isNamed ? variables : null, given }];
  });
}

function buttonSlots(part: Component, content: TemplateContent): Slot[] {
  const buttons = Array.isArray(part.buttons) ? (part.buttons as Component[]) : [];
  return buttons.flatMap((button, index) => {
    if (typeOf(button) !== "URL") return [];
    const given = parametersOf(content.components, "button", index);
    return [{ part: `button ${index}`, wanted: variablesIn(button.url).length, names: null, given }];
  });
}

function areNamesRight({ names, given }: Slot): boolean {
  if (names === null) return true;
  const found = new Set(given.map((parameter) => parameter.parameter_name));
  return names.every((name) => found.has(name));
}

function parametersOf(components: Component[], type: string, index?: number): Component[] {
  const component = components.find(
    (one) => typeOf(one).toLowerCase() === type && (index === undefined || Number(one.index ?? 0) === index),
  );
  return Array.isArray(component?.parameters) ? (component.parameters as Component[]) : [];
}

function variablesIn(text: unknown): string[] {
  if (typeof text !== "string") return [];
  return [...new Set([...text.matchAll(/\{\{\s*([\w.-]+)\s*\}\}/g)].map((match) => match[1] ?? ""))];
}

function wordsOf(parameter: Component | undefined): string | null {
  if (!parameter) return null;
  if (typeof parameter.text === "string") return parameter.text;
  const rich = parameter.currency ?? parameter.date_time;
  const fallback = (rich as Component | undefined)?.fallback_value;
  return typeof fallback === "string" ? fallback : null;
}

const partsOf = (template: ChannelTemplate): Component[] => template.components;
const typeOf = (component: Component): string => String(component.type ?? "").toUpperCase();
