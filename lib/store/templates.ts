import { z } from "zod";
import { typedCollection } from "./typed-collection";

const Told = z.object({ value: z.string(), at: z.number() }).nullable();

/** What Meta told about a template by webhook, each with Meta's time (epoch ms); the newest wins. */
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
});
export type TemplateState = z.infer<typeof TemplateState>;

/** `templates/<waba>_<name>_<language>`. */
export const templates = () => typedCollection("templates", TemplateState);
