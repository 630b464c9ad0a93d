import { describe, expect, it } from "vitest";
import { checkText } from "@/lib/channels/limits";

describe("checkText", () => {
  it("takes 4096 characters on WhatsApp, emoji counted once", () => {
    expect(checkText("whatsapp", "🏺".repeat(4096)).ok).toBe(true);
    expect(checkText("whatsapp", "a".repeat(4097))).toMatchObject({
      ok: false,
      error: { code: "text_too_long", details: { limit: 4096, length: 4097, unit: "characters" } },
    });
  });

  it("takes 1000 UTF-8 bytes on Instagram, not 1000 characters", () => {
    expect(checkText("instagram", "a".repeat(1000)).ok).toBe(true);
    expect(checkText("instagram", "é".repeat(500)).ok).toBe(true);
    expect(checkText("instagram", "é".repeat(501))).toMatchObject({
      ok: false,
      error: { code: "text_too_long", details: { limit: 1000, length: 1002, unit: "bytes" } },
    });
  });

  it("refuses a text with nothing in it and changes no other", () => {
    expect(checkText("whatsapp", " \n ")).toMatchObject({ ok: false, error: { code: "text_empty" } });
    expect(checkText("whatsapp", " a ")).toEqual({ ok: true, data: " a " });
  });
});
