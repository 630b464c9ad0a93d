import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { checkText } from "@/lib/channels/limits";
import { splitText } from "@/lib/channels/split-text";

const bare = (text: string) => text.replace(/\s+/g, "");
const words = fc
  .array(
    fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
      fc.constant("\n\n"),
      fc.constant("👩‍👩‍👧"),
    ),
    {
      minLength: 1,
      maxLength: 1500,
    },
  )
  .map((all) => all.join(" "));

describe("splitting a long text", () => {
  it.each(["whatsapp", "instagram"] as const)(
    "gives messages that %s takes, and loses nothing",
    (channel) => {
      fc.assert(
        fc.property(words, (text) => {
          const pieces = splitText(channel, text);
          for (const piece of pieces) expect(checkText(channel, piece).ok).toBe(true);
          expect(bare(pieces.join(""))).toBe(bare(text));
        }),
        { numRuns: 60 },
      );
    },
  );

  it("leaves a text alone that fits", () => {
    expect(splitText("whatsapp", "Hello\n\nthere")).toEqual(["Hello\n\nthere"]);
  });

  it("parts between paragraphs before sentences, and between words before letters", () => {
    const first = "a ".repeat(1500).trim();
    const second = "b ".repeat(1500).trim();
    expect(splitText("whatsapp", `${first}\n\n${second}`)).toEqual([first, second]);
    const sentences = `${"x".repeat(700)}. ${"y".repeat(700)}.`;
    expect(splitText("instagram", sentences)[0]).toBe(`${"x".repeat(700)}.`);
  });

  it("parts a single endless word too, never inside a character", () => {
    const pieces = splitText("instagram", "😀".repeat(600));
    expect(pieces.every((piece) => piece.isWellFormed())).toBe(true);
    expect(pieces.join("")).toBe("😀".repeat(600));
  });
});
