import fc from "fast-check";
import { expect, test } from "vitest";
import {
  isEmojiOnly,
  parseLinks,
  parseWhatsAppText,
  plainWhatsAppText,
  safeHref,
} from "@/components/thread/rich-text";

test("marks become bold, italic, struck and fixed-width text, also inside each other", () => {
  expect(parseWhatsAppText("*a _b_* ~c~ ```d *e*```")).toEqual([
    {
      type: "bold",
      children: [
        { type: "text", text: "a " },
        { type: "italic", children: [{ type: "text", text: "b" }] },
      ],
    },
    { type: "text", text: " " },
    { type: "strike", children: [{ type: "text", text: "c" }] },
    { type: "text", text: " " },
    { type: "mono", text: "d *e*" },
  ]);
});

test.each(["2*3*4", "snake_case_name", "2 * not bold * 3", "*open", "a*b*", "~", "__init__"])(
  "%s stays as it is written",
  (text) => {
    expect(parseWhatsAppText(text)).toEqual([{ type: "text", text }]);
  },
);

test("links keep their underscores and leave the full stop outside", () => {
  expect(parseWhatsAppText("see https://example.com/a_b_c. ok")).toEqual([
    { type: "text", text: "see " },
    { type: "link", text: "https://example.com/a_b_c", href: "https://example.com/a_b_c" },
    { type: "text", text: ". ok" },
  ]);
});

test("Instagram's text has links and no marks", () => {
  expect(parseLinks("*hi* www.example.com")).toEqual([
    { type: "text", text: "*hi* " },
    { type: "link", text: "www.example.com", href: "https://www.example.com/" },
  ]);
});

test.each(["javascript:alert(1)", "data:text/html,x", "notaurl", "", null])("%s is never a link", (value) => {
  expect(safeHref(value)).toBeNull();
});

test.each([
  ["😀", true],
  ["❤️ 👍🏽", true],
  ["🇵🇹", true],
  ["👨‍👩‍👧", true],
  ["😀😀😀😀", false],
  ["1", false],
  ["ok 😀", false],
  ["", false],
])("%s is emoji only: %s", (text, isOnly) => {
  expect(isEmojiOnly(text)).toBe(isOnly);
});

test("no text makes parsing fail or loses a letter", () => {
  const piece = fc.constantFrom(
    "*",
    "_",
    "~",
    "```",
    "`",
    " ",
    "\n",
    "a",
    "é",
    "https://x.y/_z_",
    "word",
    "😀",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      const letters = (value: string) => value.replace(/[^\p{L}😀]/gu, "");
      expect(letters(plainWhatsAppText(text))).toBe(letters(text));
    }),
  );
});

test("lines with a sign before them are quotes and lists, and stand by themselves", () => {
  const nodes = parseWhatsAppText("Hello\n> *one*\n> two\n- a\n- b\n3. c\nend");
  expect(nodes.map((node) => node.type)).toEqual(["text", "quote", "list", "list", "text"]);
  expect(nodes[0]).toEqual({ type: "text", text: "Hello" });
  expect(nodes[3]).toEqual({
    type: "list",
    items: [{ marker: 3, children: [{ type: "text", text: "c" }] }],
  });
  expect(nodes[4]).toEqual({ type: "text", text: "end" });
});

test("a fence of several lines is a block of code, whose marks are not read", () => {
  expect(parseWhatsAppText("see\n```\n*a*\n- b\n```\nok")).toEqual([
    { type: "text", text: "see" },
    { type: "code", text: "*a*\n- b" },
    { type: "text", text: "ok" },
  ]);
});

test("a minus in a sentence and a number with a point are no list", () => {
  for (const text of ["-5 degrees", "2.5 kg", "a - b", "1.", "- "]) {
    expect(parseWhatsAppText(text)).toEqual([{ type: "text", text }]);
  }
});
