import { expect, test } from "vitest";
import type { ChannelTemplate } from "@/lib/channels/client";
import { bodyTextOf, checkTemplate } from "@/lib/inbox/outbound/check-template";

const template = (changes: Partial<ChannelTemplate> = {}): ChannelTemplate => ({
  id: "1",
  name: "parcel",
  language: "en_US",
  status: "APPROVED",
  category: "UTILITY",
  quality: null,
  rejectedReason: null,
  parameterFormat: "POSITIONAL",
  components: [
    { type: "HEADER", format: "TEXT", text: "Order {{1}}" },
    { type: "BODY", text: "Hi {{1}}, it comes {{2}}. {{1}}!" },
    {
      type: "BUTTONS",
      buttons: [{ type: "QUICK_REPLY" }, { type: "URL", url: "https://example.com/{{1}}" }],
    },
  ],
  ...changes,
});
const texts = (...words: string[]) => words.map((text) => ({ type: "text", text }));
const content = (components: Record<string, unknown>[]) =>
  ({ kind: "template", name: "parcel", language: "en_US", components }) as const;
const header = { type: "header", parameters: texts("A-1") };
const body = { type: "body", parameters: texts("Ana", "today") };
const button = { type: "button", sub_type: "url", index: "1", parameters: texts("A-1") };

test("a template with the right parameters passes and reads as the customer will read it", () => {
  const given = content([header, body, button]);
  expect(checkTemplate(template(), given)).toEqual({ ok: true, data: null });
  expect(bodyTextOf(template(), given)).toBe("Hi Ana, it comes today. Ana!");
});

test.each([
  ["a missing header", [body, button], { part: "header", wanted: 1, given: 0 }],
  [
    "too few in the body",
    [header, { type: "body", parameters: texts("Ana") }, button],
    { part: "body", wanted: 2, given: 1 },
  ],
  [
    "too many in the body",
    [header, { type: "body", parameters: texts("a", "b", "c") }, button],
    { part: "body", wanted: 2, given: 3 },
  ],
  ["a missing button", [header, body], { part: "button 1", wanted: 1, given: 0 }],
])("%s is refused before it is sent", (_what, components, details) => {
  expect(checkTemplate(template(), content(components))).toMatchObject({
    ok: false,
    error: { code: "template_parameters_mismatch", details },
  });
});

test("named parameters have to have the names", () => {
  const named = template({
    parameterFormat: "NAMED",
    components: [{ type: "BODY", text: "Hi {{first_name}} on {{day}}" }],
  });
  const parameters = (names: string[]) =>
    content([
      { type: "body", parameters: names.map((name) => ({ type: "text", parameter_name: name, text: name })) },
    ]);
  expect(checkTemplate(named, parameters(["day", "first_name"])).ok).toBe(true);
  expect(bodyTextOf(named, parameters(["day", "first_name"]))).toBe("Hi first_name on day");
  expect(checkTemplate(named, parameters(["day", "name"])).ok).toBe(false);
});

test("media headers take one parameter, fixed texts none", () => {
  const media = template({
    components: [
      { type: "HEADER", format: "IMAGE" },
      { type: "BODY", text: "Look" },
    ],
  });
  const image = { type: "header", parameters: [{ type: "image", image: { id: "1" } }] };
  expect(checkTemplate(media, content([image])).ok).toBe(true);
  expect(checkTemplate(media, content([])).ok).toBe(false);
});

test("a template that Meta has not approved is refused", () => {
  expect(checkTemplate(template({ status: "PAUSED" }), content([header, body, button]))).toMatchObject({
    ok: false,
    error: { code: "template_not_approved", details: { status: "PAUSED" } },
  });
});
