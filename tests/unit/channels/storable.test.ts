import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInstagramBody } from "@/lib/channels/instagram/parse";
import { storable } from "@/lib/channels/storable";
import { parseWhatsAppBody } from "@/lib/channels/whatsapp/parse";
import { allFixtures } from "@/tests/fixtures/webhooks/load";

describe("storable", () => {
  it("changes nothing in what Meta sends", () => {
    for (const { body } of allFixtures()) expect(storable(body)).toEqual(body);
  });

  it("mends a title that was cut inside an emoji", () => {
    expect(storable({ title: "vase \ud83c" })).toEqual({ title: "vase \ufffd" });
  });

  it("makes text of an array inside an array and leaves reserved names out", () => {
    const odd = JSON.parse('{"a":[[1,["x"]],2],"__name__":1,"__proto__":{"b":1},"":2,"c":3}');
    expect(storable(odd)).toEqual({ a: ['[1,"[\\"x\\"]"]', 2], c: 3 });
  });

  it("gives values that Firestore takes, for any JSON however deep", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 30, depthSize: "large" }), (value) => {
        expect(isStorable(storable(value), 0)).toBe(true);
      }),
      { numRuns: 200 },
    );
  });

  it("keeps the parsers standing under a hundred thousand brackets", () => {
    const deep: unknown = JSON.parse(`${"[".repeat(100_000)}${"]".repeat(100_000)}`);
    const whatsapp = {
      object: "whatsapp_business_account",
      entry: [{ changes: [{ field: "messages", value: deep }] }],
    };
    expect(parseWhatsAppBody(whatsapp)).toHaveLength(1);
    expect(
      parseInstagramBody({ object: "instagram", entry: [{ id: "1", messaging: [deep, { message: deep }] }] }),
    ).toHaveLength(2);
  });
});

function isStorable(value: unknown, depth: number): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  if (depth > 25) return false;
  if (Array.isArray(value)) return value.every((item) => !Array.isArray(item) && isStorable(item, depth + 1));
  return Object.entries(value).every(
    ([key, item]) => !/^(__.*__)?$/s.test(key) && isStorable(item, depth + 1),
  );
}
