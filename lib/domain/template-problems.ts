import type { TemplateParts, TemplateText, TemplateValues } from "./template";
import { filledText, filledUrl, type TemplateField, templateFields, templateLimits } from "./template-form";

/** What is wrong with one value. `over`: the text it is part of, with all values in it, is too long. */
export type TemplateProblem = {
  fieldId: string;
  code: "missing" | "line_break" | "spaces" | "too_long" | "over" | "link" | "number" | "past" | "characters";
  limit?: number;
  length?: number;
};

/**
 * Everything that would make Meta refuse these values: 131008 (missing), 132012 (line breaks, tabs, four spaces),
 * 132005 (too long). Empty when they may go. `now` in epoch ms. Pure.
 */
export function templateProblems(
  parts: TemplateParts,
  values: TemplateValues,
  now: number,
): TemplateProblem[] {
  const fields = templateFields(parts);
  const single = fields.flatMap(
    (field) => problemOf(field, values[field.id]?.trim() ?? "", parts, now) ?? [],
  );
  const wrong = new Set(single.map((problem) => problem.fieldId));
  return [...single, ...textsOf(parts).flatMap((text) => overLimit(text, values, wrong))];
}

/** What Meta refuses in a text value, or null. Pure. */
export function textProblem(value: string): "missing" | "line_break" | "spaces" | null {
  if (value.trim() === "") return "missing";
  if (/[\n\r\t\v\f\u0085\u2028\u2029]/.test(value)) return "line_break";
  return / {4,}/.test(value) ? "spaces" : null;
}

/** A text as a variable may hold it: one line, single spaces. Pure. */
export const asOneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

/** The texts with limits: where they are, what they hold, and how long they may be. Pure. */
export function textsOf(parts: TemplateParts): { id: string; text: TemplateText; limit: number }[] {
  const { header, body, cards } = parts;
  return [
    ...(header?.format === "text" ? [{ id: "header", text: header, limit: templateLimits.header }] : []),
    ...(body ? [{ id: "body", text: body, limit: templateLimits.body }] : []),
    ...cards.flatMap(({ body }, at) =>
      body ? [{ id: `card.${at}.body`, text: body, limit: templateLimits.cardBody }] : [],
    ),
  ];
}

function problemOf(
  field: TemplateField,
  value: string,
  parts: TemplateParts,
  now: number,
): TemplateProblem | null {
  const fieldId = field.id;
  const wrong = textProblem(value);
  if (wrong) return { fieldId, code: wrong };
  if (field.limit !== null && value.length > field.limit) {
    return { fieldId, code: "too_long", limit: field.limit, length: value.length };
  }
  switch (field.kind) {
    case "coupon":
    case "code":
      return /\s/.test(value) ? { fieldId, code: "characters" } : null;
    case "url":
      return linkProblem(fieldId, value, parts);
    case "latitude":
      return isWithin(value, 90) ? null : { fieldId, code: "number", limit: 90 };
    case "longitude":
      return isWithin(value, 180) ? null : { fieldId, code: "number", limit: 180 };
    case "expiry":
      return Number(value) > now ? null : { fieldId, code: "past" };
    default:
      return null;
  }
}

function linkProblem(fieldId: string, value: string, parts: TemplateParts): TemplateProblem | null {
  const [, card] = /^card\.(\d+)\./.exec(fieldId) ?? [];
  const buttons = card === undefined ? parts.buttons : (parts.cards[Number(card)]?.buttons ?? []);
  const button = buttons[Number(fieldId.split(".").at(-1))];
  if (button?.type !== "url") return null;
  const url = filledUrl(button.url, value);
  if (/\s/.test(value) || !URL.canParse(url)) return { fieldId, code: "link" };
  const limit = templateLimits.url;
  return url.length > limit ? { fieldId, code: "too_long", limit, length: url.length } : null;
}

/** Told at the longest value, which is the one to shorten. */
function overLimit(
  { id, text, limit }: ReturnType<typeof textsOf>[number],
  values: TemplateValues,
  wrong: ReadonlySet<string>,
): TemplateProblem[] {
  const length = filledText(id, text, values).length;
  const [longest] = text.variables
    .map((name) => `${id}.${name}`)
    .sort((a, b) => (values[b]?.trim().length ?? 0) - (values[a]?.trim().length ?? 0));
  if (length <= limit || longest === undefined || wrong.has(longest)) return [];
  return [{ fieldId: longest, code: "over", limit, length }];
}

function isWithin(value: string, limit: number): boolean {
  return /^[+-]?\d+(\.\d+)?$/.test(value) && Math.abs(Number(value)) <= limit;
}
