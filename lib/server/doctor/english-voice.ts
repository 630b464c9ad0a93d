import { createTranslator } from "next-intl";
import messages from "@/messages/en";
import type { Voice, Words } from "./say-line";

/** For the HTTP API and the command, which speak English; times in UTC, or in the zone of whoever runs the command. */
export function englishVoice(timeZone = "UTC"): Voice {
  const join = new Intl.ListFormat("en", { style: "long", type: "unit" });
  return {
    words: createTranslator({ locale: "en", messages, timeZone }) as unknown as Words,
    list: (items) => join.format(items),
  };
}
