import type { TemplateField } from "./template-form";

/**
 * The contact's name where a template seems to want it: in the variable that is called so, else in the first of the
 * body. Something to offer, never to fill in unasked. Gives field id and value, or null. Pure.
 */
export function nameSuggestion(
  fields: readonly TemplateField[],
  name: string | null,
): { fieldId: string; value: string } | null {
  const clean = name?.replace(/\s+/g, " ").trim() ?? "";
  if (clean === "") return null;
  const texts = fields.filter(
    (field) => field.part === "body" && field.kind === "text" && field.card === null,
  );
  const named = texts.find((field) => nameWords.test(field.name ?? ""));
  const isByPlace = texts.every((field) => /^\d+$/.test(field.name ?? ""));
  const chosen = named ?? (isByPlace ? texts[0] : undefined);
  if (!chosen) return null;
  const isFirst = /first|given|prenom|vorname/i.test(chosen.name ?? "");
  return { fieldId: chosen.id, value: isFirst ? (clean.split(" ")[0] ?? clean) : clean };
}

const nameWords = /(^|_)(name|nombre|nome|nom|prenom|vorname|customer|client|cliente|kunde)(_|$)/i;
