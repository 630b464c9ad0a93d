import { describe, expect, it } from "vitest";
import { componentsOf, contentOf, recipientOf, SendInput } from "@/lib/domain/api/requests";
import { decodePageCursor, encodePageCursor } from "@/lib/domain/page-cursor";

describe("a send over the API", () => {
  it("is a text when no kind is given", () => {
    expect(SendInput.parse({ text: "Hello" })).toEqual({ kind: "text", text: "Hello" });
  });

  it("takes a template's language as a word or as Meta's object", () => {
    const input = (language: unknown) =>
      SendInput.parse({ kind: "template", template: { name: "hi", language } });
    expect(input("en_US")).toEqual(input({ code: "en_US" }));
  });

  it("fills the body of a template by position or by name", () => {
    const template = { name: "hi", language: "en" };
    expect(componentsOf({ ...template, parameters: ["a"] })).toEqual([
      { type: "body", parameters: [{ type: "text", text: "a" }] },
    ]);
    expect(componentsOf({ ...template, parameters: { city: "Lagos" } })).toEqual([
      { type: "body", parameters: [{ type: "text", parameter_name: "city", text: "Lagos" }] },
    ]);
    expect(componentsOf(template)).toEqual([]);
  });

  it("tells a BSUID from a phone number", () => {
    expect(recipientOf("US.13491208655302741918")).toEqual({ bsuid: "US.13491208655302741918" });
    expect(recipientOf("US.ENT.11815799212886844830")).toEqual({ bsuid: "US.ENT.11815799212886844830" });
    expect(recipientOf("+49 155 01234567")).toEqual({ phone: "+49 155 01234567" });
    expect(recipientOf({ phone: "4915501234567" })).toEqual({ phone: "4915501234567" });
  });
});

describe("a page cursor", () => {
  it("comes back as it was", () => {
    const cursor = [1_788_000_000_000, "wa_1__wa_José"] as const;
    expect(decodePageCursor(encodePageCursor([...cursor]))).toEqual({ ok: true, data: [...cursor] });
  });

  it.each(["", "rubbish", "%%%", btoa("[1]"), btoa('{"a":1}')])("is refused when it is %j", (text) => {
    expect(decodePageCursor(text)).toMatchObject({ ok: false, error: { code: "bad_request" } });
  });
});

describe("a send of another kind over the API", () => {
  it("may leave out what may be empty", () => {
    expect(contentOf(SendInput.parse({ kind: "image", uploadId: "up1", replyTo: "m1" }))).toEqual({
      kind: "image",
      uploadId: "up1",
      caption: null,
    });
    expect(contentOf(SendInput.parse({ kind: "location", latitude: 1, longitude: 2 }))).toEqual({
      kind: "location",
      latitude: 1,
      longitude: 2,
      name: null,
      address: null,
    });
    expect(
      contentOf(SendInput.parse({ kind: "contacts", cards: [{ name: "Ada", phones: [{ phone: "+1" }] }] })),
    ).toEqual({
      kind: "contacts",
      cards: [{ name: "Ada", company: null, phones: [{ phone: "+1", type: null }], emails: [] }],
    });
    expect(contentOf(SendInput.parse({ kind: "heart" }))).toEqual({ kind: "heart" });
  });

  it("is refused without its file", () => {
    expect(SendInput.safeParse({ kind: "image", caption: "Hi" }).success).toBe(false);
  });
});
