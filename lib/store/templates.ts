import { z } from "zod";
import { typedCollection } from "./typed-collection";

const Told = z.object({ value: z.string(), at: z.number() }).nullable();

/**
 * A template as the account has it. What changes by itself is kept with the time at which it was so (epoch ms): Meta's
 * of a webhook, ours of a list that was read; the newest wins.
 */
export const TemplateState = z.object({
  id: z.string(),
  wabaId: z.string(),
  name: z.string(),
  language: z.string(),
  templateId: z.string().nullable(),
  status: Told,
  reason: Told,
  quality: Told,
  category: Told,
  parameterFormat: z.string().nullable().optional(),
  /** Meta's components as listed, as JSON: they hold lists in lists. Missing while only webhooks have told of it. */
  componentsJson: z.string().nullable().optional(),
});
export type TemplateState = z.infer<typeof TemplateState>;

/** `templates/<waba>_<name>_<language>`. */
export const templates = () => typedCollection("templates", TemplateState);

/** Webhooks write the language `en-US`, the template API `en_US`. Pure. */
export function templateIdOf(wabaId: string, name: string, language: string): string {
  return `${wabaId}_${name}_${language.replaceAll("-", "_")}`.replaceAll("/", "_");
}

/**
 * `templateSyncs/<waba>`: when the account's list was last read (the moment it was asked for), and when something was
 * told since that only the list can answer (null once it was read). Epoch ms.
 */
export const TemplateSync = z.object({
  id: z.string(),
  syncedAt: z.number().nullable(),
  staleAt: z.number().nullable(),
});
export type TemplateSync = z.infer<typeof TemplateSync>;

export const templateSyncs = () => typedCollection("templateSyncs", TemplateSync);
