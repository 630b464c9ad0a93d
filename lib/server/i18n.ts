import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { timeZoneNamed } from "@/lib/domain/general-settings";
import type { Language } from "@/lib/domain/language";
import { currentLook } from "./page/look";

/** Only the chosen language is loaded, and only its words are sent. */
const messagesIn = {
  en: () => import("@/messages/en"),
  es: () => import("@/messages/es"),
} satisfies Record<Language, () => Promise<unknown>>;

/**
 * Locale, messages and time zone of a request: the browser's (told by a cookie, so that the server writes times as the
 * reader lives them), or the workspace's until the browser has told one.
 */
export default getRequestConfig(async () => {
  const { language, general } = await currentLook();
  const told = (await cookies()).get("parley_tz")?.value;
  const timeZone = (told && timeZoneNamed(decoded(told))) || general.timeZone;
  return { locale: language, timeZone, messages: (await messagesIn[language]()).default };
});

function decoded(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch {
    return "";
  }
}
