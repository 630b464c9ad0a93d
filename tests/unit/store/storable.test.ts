import { expect, it } from "vitest";
import { toStorable } from "@/lib/store/storable";

it("leaves ordinary values as they are", () => {
  const value = { a: [1, "two", null, { b: true }], c: "Grüße 👋", d: undefined };
  expect(toStorable(value)).toEqual(value);
});

it("changes what Firestore refuses", () => {
  expect(
    toStorable({ "": 1, __x__: 2, list: [[1]], half: "\ud83d", infinite: Number.POSITIVE_INFINITY }),
  ).toEqual({
    _: 1,
    x__x__: 2,
    list: ["[1]"],
    half: "\ufffd",
    infinite: null,
  });
});

it("makes anything fit a document", () => {
  const cards = Array.from({ length: 257 }, () => ({ vcard: "v".repeat(20_000) }));
  const stored = toStorable({ kind: "contacts", cards });
  expect(JSON.stringify(stored).length).toBeLessThan(350_000);
  expect(stored.kind).toBe("contacts");
});

it("ends however deep a value is", () => {
  let value: unknown = "end";
  for (let n = 0; n < 1000; n++) value = { value };
  expect(() => toStorable(value)).not.toThrow();
});
