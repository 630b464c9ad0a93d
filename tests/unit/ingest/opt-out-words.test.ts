import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { optOutText } from "@/lib/domain/opt-out-texts";
import { type OptOutIntent, optOutIntent, optOutLanguages } from "@/lib/domain/opt-out-words";

const nobody = { phone: null, bsuid: null };

describe("a word about marketing messages", () => {
  it.each([
    ["STOP", "stop", []],
    ["  stop! ", "stop", []],
    ["“Stop.”", "stop", []],
    ["Unsubscribe", "stop", ["en"]],
    ["opt  out", "stop", ["en"]],
    ["BAJA", "stop", ["es"]],
    ["¡Alto!", "stop", ["es"]],
    ["Sair", "stop", ["pt"]],
    ["Désabonner", "stop", ["fr"]],
    ["Arrêt", "stop", ["fr"]],
    ["Abmelden", "stop", ["de"]],
    ["DURDUR", "stop", ["tr"]],
    ["Abonelikten çık", "stop", ["tr"]],
    ["Стоп", "stop", ["ru"]],
    ["إلغاء الاشتراك", "stop", ["ar"]],
    ["बंद करें", "stop", ["hi"]],
    ["Start", "start", []],
    ["Alta", "start", ["es"]],
    ["Voltar", "start", ["pt"]],
  ])("is heard: %s", (text, intent, languages) => {
    expect(optOutIntent(text)).toEqual({ intent, languages });
  });

  it.each([
    "",
    "   ",
    "!!!",
    "Please stop by tomorrow",
    "Where is the bus stop?",
    "stop it",
    "Don't stop",
    "cancel",
    "start my order",
    "unsubscribed",
    "toString",
  ])("is not heard in: %s", (text) => {
    expect(optOutIntent(text)).toBeNull();
  });

  it("is nothing when there is no text", () => {
    expect(optOutIntent(null)).toBeNull();
  });

  it("is heard in any case and between any closing marks", () => {
    const marks = fc.stringMatching(/^[\s.!"'*]{0,4}$/);
    const word = fc.constantFrom("stop", "STOP", "Unsubscribe", "parar", "abbestellen", "стоп");
    fc.assert(
      fc.property(marks, word, marks, (before, middle, after) => {
        expect(optOutIntent(before + middle + after)?.intent).toBe("stop");
      }),
    );
  });

  it("is never heard in a text that says more", () => {
    const more = fc.stringMatching(/^[b-df-hj-np-tv-z]{4,12}$/);
    fc.assert(
      fc.property(more, (other) => {
        expect(optOutIntent(`stop ${other} please`)).toBeNull();
      }),
    );
  });
});

describe("the answer to it", () => {
  it.each([
    [
      "the word's language",
      { intent: "stop", languages: ["fr"] },
      { phone: "4915112345678", bsuid: null },
      /STOP|START/,
    ],
    [
      "the country of the number",
      { intent: "stop", languages: [] },
      { phone: "5511987654321", bsuid: null },
      /promocionais/,
    ],
    [
      "the country of the BSUID",
      { intent: "start", languages: [] },
      { phone: null, bsuid: "DE.1234" },
      /Werbe/,
    ],
    [
      "English otherwise",
      { intent: "stop", languages: [] },
      { phone: "15550100200", bsuid: null },
      /marketing/,
    ],
  ] satisfies [
    string,
    OptOutIntent,
    typeof nobody | { phone: string | null; bsuid: string | null },
    RegExp,
  ][])("is in %s", (_name, found, contact, words) => {
    expect(optOutText(found, contact)).toMatch(words);
  });

  it("is there in every language, for both, and says how to undo it with a word that is heard", () => {
    for (const language of optOutLanguages) {
      for (const intent of ["stop", "start"] as const) {
        const text = optOutText({ intent, languages: [language] }, nobody);
        const other = intent === "stop" ? "start" : "stop";
        const undo = text.split(/[\s.,।]+/).map((word) => optOutIntent(word)?.intent);
        expect(undo).toContain(other);
      }
    }
  });
});
