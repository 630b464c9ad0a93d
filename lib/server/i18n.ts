import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";

/** Locale, messages and the browser's time zone (told by a cookie, so that the server writes times as the reader lives them). */
export default getRequestConfig(async () => {
  const timeZone = knownTimeZone((await cookies()).get("parley_tz")?.value);
  return { locale: "en", timeZone, messages: (await import("@/messages/en")).default };
});

function knownTimeZone(value: string | undefined): string {
  if (!value) return "UTC";
  try {
    return new Intl.DateTimeFormat("en", { timeZone: decodeURIComponent(value) }).resolvedOptions().timeZone;
  } catch {
    return "UTC";
  }
}
