"use client";
import { useTranslations } from "next-intl";
import type { TemplateField } from "@/lib/domain/template-form";

/** What to call a field: the variable in words, or what it is for; on cards with the card's number. */
export function useFieldLabel(): (field: TemplateField) => string {
  const t = useTranslations("templates");
  const own = (field: TemplateField): string => {
    const name = field.name ?? "";
    if (field.kind === "url" || field.kind === "coupon") return t(`fields.${field.kind}`, { name });
    if (field.kind !== "text") return t(`fields.${field.kind}`);
    if (!/^\d+$/.test(name)) return inWords(name);
    return t(field.part === "header" ? "fields.headerText" : "fields.bodyText", { name: `{{${name}}}` });
  };
  return (field) =>
    field.card === null ? own(field) : t("fields.ofCard", { number: field.card + 1, field: own(field) });
}

/** "first_name" as "First name". */
function inWords(name: string): string {
  const words = name.replaceAll(/[_.-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
