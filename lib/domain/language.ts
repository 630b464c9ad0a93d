/** The languages of the interface, by BCP 47 tag. `docs/translating.md` says how one is added. */
export const languages = ["en", "es"] as const;
export type Language = (typeof languages)[number];

/** Each language by its own name, as its speakers look for it. */
export const languageNames: Record<Language, string> = { en: "English", es: "Español" };

const rightToLeft = new Set(["ar", "ckb", "dv", "fa", "he", "ps", "sd", "ug", "ur", "yi"]);

/** The way a language is written, by its tag. */
export function directionOf(tag: string): "ltr" | "rtl" {
  return rightToLeft.has(tag.toLowerCase().split("-")[0] ?? "") ? "rtl" : "ltr";
}

/** The best of our languages for an Accept-Language header, or null when it names none of them. */
export function askedLanguage(acceptLanguage: string | null): Language | null {
  const asked = (acceptLanguage ?? "")
    .slice(0, 500)
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = Number(parameters.find((one) => one.startsWith("q="))?.slice(2) ?? 1);
      return { primary: tag.split("-")[0], weight: Number.isFinite(weight) ? weight : 0 };
    })
    .filter(({ weight }) => weight > 0)
    .sort((a, b) => b.weight - a.weight);
  const found = asked.map(({ primary }) => languages.find((language) => language === primary));
  return found.find((language) => language !== undefined) ?? null;
}
