import { z } from "zod";
import { languages } from "./language";
import { themes } from "./theme";

const BUSINESS_NAME_MAX = 60;

/** `settings/general`: what the whole workspace shares. Times are epoch milliseconds. */
export const GeneralSettings = z.object({
  id: z.literal("general"),
  /** Empty until someone gives it: the product's own name stands in. */
  businessName: z.string(),
  /** IANA name. For what is reckoned without a reader; a reader's own clock goes by their browser's. */
  timeZone: z.string(),
  /** What members read who have chosen none. Null until saved first: English, or what a signed-out browser asks for. */
  language: z.enum(languages).nullable(),
  theme: z.enum(themes),
  updatedAt: z.number(),
});
export type GeneralSettings = z.infer<typeof GeneralSettings>;

export const defaultGeneralSettings: GeneralSettings = {
  id: "general",
  businessName: "",
  timeZone: "UTC",
  language: null,
  theme: "system",
  updatedAt: 0,
};

/** What an admin may set. A time zone in another case, or by an older name, is one all the same. */
export const GeneralSettingsInput = z.object({
  businessName: z
    .string()
    .transform((name) => name.replace(/\s+/g, " ").trim())
    .refine((name) => name.length <= BUSINESS_NAME_MAX && !/\p{Cc}/u.test(name)),
  timeZone: z.string().max(64).transform(timeZoneNamed).refine(isNotNull),
  language: z.enum(languages),
  theme: z.enum(themes),
});
export type GeneralSettingsInput = z.infer<typeof GeneralSettingsInput>;

/** The time zone that a text names, as the platform spells it; null when there is none such. An offset is not a zone. */
export function timeZoneNamed(text: string): string | null {
  if (!/^[A-Za-z]/.test(text)) return null;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

function isNotNull(value: string | null): value is string {
  return value !== null;
}
