import { describe, expect, test } from "vitest";
import { templateFields } from "@/lib/domain/template-form";
import { templateParts } from "@/lib/domain/template-parts";
import { asOneLine, templateProblems } from "@/lib/domain/template-problems";
import { nameSuggestion } from "@/lib/domain/template-suggestions";

const now = Date.UTC(2026, 10, 1);
const x = (length: number) => "x".repeat(length);
const parts = templateParts({
  parameterFormat: "POSITIONAL",
  category: "MARKETING",
  components: [
    { type: "HEADER", format: "TEXT", text: "Hi {{1}}" },
    { type: "LIMITED_TIME_OFFER", limited_time_offer: { text: "Now", has_expiration: true } },
    { type: "BODY", text: "{{1}} and {{2}}." },
    {
      type: "BUTTONS",
      buttons: [
        { type: "COPY_CODE", text: "Copy" },
        { type: "URL", text: "Open", url: "https://example.com/{{1}}" },
      ],
    },
    { type: "CAROUSEL", cards: [{ components: [{ type: "BODY", text: "Card {{1}}" }] }] },
  ],
});
const right = {
  "header.1": "Ana",
  "body.1": "a",
  "body.2": "b",
  offer: String(now + 1),
  "button.0": "25OFF",
  "button.1": "a",
  "card.0.body.1": "c",
};
const problems = (changes: Record<string, string>) => templateProblems(parts, { ...right, ...changes }, now);

test("right values have no problem", () => {
  expect(problems({})).toEqual([]);
  expect(templateFields(parts).map(({ id }) => id)).toEqual(Object.keys(right).sort(byForm));
});

describe("at a limit and one past it", () => {
  test.each([
    ["header", "header.1", x(57), x(58), "over", 60],
    ["body", "body.1", x(1024 - " and b.".length), x(1025 - " and b.".length), "over", 1024],
    ["card", "card.0.body.1", x(155), x(156), "over", 160],
    ["coupon", "button.0", x(15), x(16), "too_long", 15],
    ["link", "button.1", x(1980), x(1981), "too_long", 2000],
  ])("%s", (_what, fieldId, fits, exceeds, code, limit) => {
    expect(problems({ [fieldId]: fits })).toEqual([]);
    expect(problems({ [fieldId]: exceeds })).toEqual([{ fieldId, code, limit, length: limit + 1 }]);
  });

  test("three spaces go, four do not", () => {
    expect(problems({ "body.1": "a   b" })).toEqual([]);
    expect(problems({ "body.1": "a    b" })).toEqual([{ fieldId: "body.1", code: "spaces" }]);
  });

  test("an offer ends later than now", () => {
    expect(problems({ offer: String(now) })).toEqual([{ fieldId: "offer", code: "past" }]);
  });
});

test.each([
  ["header.1", "", "missing"],
  ["body.1", "   ", "missing"],
  ["body.2", "a\nb", "line_break"],
  ["body.2", "a\tb", "line_break"],
  ["body.2", "a\u2028b", "line_break"],
  ["button.0", "25 OFF", "characters"],
  ["button.1", "a b", "link"],
])("%s refuses %j: %s", (fieldId, value, code) => {
  expect(problems({ [fieldId]: value })).toEqual([{ fieldId, code }]);
});

test("a text with line breaks becomes one line that a variable may hold", () => {
  expect(asOneLine("Dear Ana,\n\n\tit    is here.\r\n")).toBe("Dear Ana, it is here.");
});

test("the contact's name is offered where the template asks for a name", () => {
  const fieldsOf = (text: string, parameterFormat = "POSITIONAL") =>
    templateFields(templateParts({ components: [{ type: "BODY", text }], parameterFormat, category: null }));
  expect(nameSuggestion(fieldsOf("Hi {{1}}, {{2}}"), "Ana  Lima")).toEqual({
    fieldId: "body.1",
    value: "Ana Lima",
  });
  expect(nameSuggestion(fieldsOf("{{day}}, {{first_name}}", "NAMED"), "Ana Lima")).toEqual({
    fieldId: "body.first_name",
    value: "Ana",
  });
  expect(nameSuggestion(fieldsOf("On {{day}}", "NAMED"), "Ana")).toBeNull();
  expect(nameSuggestion(fieldsOf("Hi {{1}}"), null)).toBeNull();
});

function byForm(a: string, b: string): number {
  const order = ["header.1", "offer", "body.1", "body.2", "button.0", "button.1", "card.0.body.1"];
  return order.indexOf(a) - order.indexOf(b);
}
