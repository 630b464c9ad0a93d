import { describe, expect, it } from "vitest";
import { languages } from "@/lib/domain/language";
import fatal from "@/messages/fatal.json";
import { withFallback } from "@/messages/with-fallback";
import { icuArguments, wordsOf } from "./icu-arguments";
import { messagesOf, partsOf } from "./support";

/** Words that the two languages share: names, units, abbreviations. */
const alike: Record<string, readonly string[]> = {
  es: "API Audio byte bytes Cloud General Instagram Login Marketing Meta ms No Parley Reel Sticker Total WhatsApp".split(
    " ",
  ),
};
const isAlike = (language: string, message: string) =>
  wordsOf(message).every((word) => alike[language]?.includes(word));

describe.each(languages.filter((language) => language !== "en"))("the translation %s", (language) => {
  it("has the files that English has", () => {
    expect(partsOf(language)).toEqual(partsOf("en"));
  });

  describe.each(partsOf("en"))("of %s", (part) => {
    const english = messagesOf("en", part);
    const translated = messagesOf(language, part);

    it("has each message, and no other", () => {
      expect([...translated.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    });

    it("needs the same arguments for each", () => {
      for (const [key, message] of translated) {
        expect(icuArguments(message), key).toEqual(icuArguments(english.get(key) ?? ""));
      }
    });

    it("leaves nothing in English", () => {
      const left = [...translated].filter(
        ([key, message]) => message === english.get(key) && !isAlike(language, message),
      );
      expect(left).toEqual([]);
    });
  });
});

describe("a message that is not translated yet", () => {
  it("shows in English, and what is translated as it is", () => {
    const english = { a: "one", b: { c: "two", d: ["built ", ["name"]] }, e: "three" };
    expect(withFallback(english, { b: { c: "dos" }, e: "tres", gone: "x" })).toEqual({
      a: "one",
      b: { c: "dos", d: ["built ", ["name"]] },
      e: "tres",
    });
  });
});

it("the page of last resort speaks every language", () => {
  for (const language of languages) {
    expect(Object.keys(fatal[language])).toEqual(["title", "text", "action"]);
  }
});

describe("the arguments of a message", () => {
  it("are told apart by name, options and tags", () => {
    expect(icuArguments("{a} {n, plural, one {#} other {# {b}}} <x></x>")).toEqual([
      "<x>",
      "a: argument",
      "b: argument",
      "n: cardinal",
    ]);
    expect(icuArguments("{who, select, me {I} other {They}}")).toEqual(["who: me|other"]);
    expect(() => icuArguments("{broken")).toThrow();
  });
});
