import { headers } from "next/headers";
import { cache } from "react";
import { defaultGeneralSettings, type GeneralSettings } from "@/lib/domain/general-settings";
import { askedLanguage, directionOf, type Language } from "@/lib/domain/language";
import type { Theme } from "@/lib/domain/theme";
import { readGeneralSettings } from "@/lib/inbox/workspace/read-general-settings";
import { log } from "@/lib/log";
import { currentSession } from "@/lib/server/session/current";

export type Look = {
  language: Language;
  direction: "ltr" | "rtl";
  theme: Theme;
  general: GeneralSettings;
};

/**
 * How this request's pages look: by the member's own choice, else the workspace's; signed out and with nothing chosen,
 * in the language that the browser asks for. Read once a request. A store that fails changes only the look: the page
 * itself says that it fails.
 */
export const currentLook = cache(async (): Promise<Look> => {
  // First of all, and not caught: while building there is no request, and so no store to read.
  const given = await headers();
  const [general, session] = await Promise.all([
    readGeneralSettings().catch((error) => {
      log.warn({ err: error }, "the general settings could not be read");
      return defaultGeneralSettings;
    }),
    currentSession().catch(() => null),
  ]);
  const asked = session ? null : askedLanguage(given.get("accept-language"));
  const language = session?.member.language ?? general.language ?? asked ?? "en";
  const theme = session?.member.theme ?? general.theme;
  return { language, direction: directionOf(language), theme, general };
});
