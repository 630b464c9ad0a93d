import { getFormatter, getTranslations } from "next-intl/server";
import type { Voice, Words } from "./say-line";

/** For who is reading: their language and their time zone. */
export async function pageVoice(): Promise<Voice> {
  const [words, format] = await Promise.all([getTranslations(), getFormatter()]);
  return {
    words: words as unknown as Words,
    list: (items) => format.list(items, { style: "long", type: "unit" }),
  };
}
