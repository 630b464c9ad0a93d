import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInstagramBody } from "@/lib/channels/instagram/parse";
import { objectOf } from "@/lib/channels/object-of";
import { parseWhatsAppBody } from "@/lib/channels/whatsapp/parse";
import type { WebhookItem } from "@/lib/domain/provider-event";
import { allFixtures, loadFixture } from "@/tests/fixtures/webhooks/load";

const json = fc.jsonValue({ maxDepth: 6 });
const indexesAreInOrder = (items: WebhookItem[]) => items.every((item, index) => item.index === index);

describe("the parsers", () => {
  it("give nothing for a body of another object", () => {
    for (const { body } of allFixtures()) {
      const isWhatsApp = objectOf(body) === "whatsapp_business_account";
      expect(isWhatsApp ? parseInstagramBody(body) : parseWhatsAppBody(body)).toEqual([]);
    }
    expect(objectOf({ object: 5 })).toBeNull();
    expect(objectOf(null)).toBeNull();
    expect(objectOf([])).toBeNull();
  });

  it("never throw on any JSON", () => {
    fc.assert(
      fc.property(json, (body) => {
        expect(parseWhatsAppBody(body)).toEqual([]);
        expect(parseInstagramBody(body)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("never throw on any JSON inside an envelope", () => {
    fc.assert(
      fc.property(json, json, json, (a, b, c) => {
        const change = { field: "messages", value: { messages: [a, b], statuses: [c], contacts: [a] } };
        const whatsapp = {
          object: "whatsapp_business_account",
          entry: [{ id: "1", changes: [change, a] }, b],
        };
        const instagram = { object: "instagram", entry: [{ id: "1", messaging: [a, b], changes: [c] }, a] };
        expect(parseWhatsAppBody(whatsapp)).toSatisfy(indexesAreInOrder);
        expect(parseInstagramBody(instagram)).toSatisfy(indexesAreInOrder);
      }),
      { numRuns: 300 },
    );
  });

  it("never throw on fixtures in which any value is replaced or taken away", () => {
    const places = allFixtures().map(({ name, body }) => ({ name, paths: pathsOf(body) }));
    const mutation = fc.constantFrom(...places).chain(({ name, paths }) =>
      fc.record({
        name: fc.constant(name),
        path: fc.constantFrom(...paths),
        value: fc.oneof(json, fc.constant(undefined)),
      }),
    );
    fc.assert(
      fc.property(mutation, ({ name, path, value }) => {
        const body = replaceAt(loadFixture(name), path, value);
        expect([...parseWhatsAppBody(body), ...parseInstagramBody(body)]).toBeInstanceOf(Array);
      }),
      { numRuns: 2_000 },
    );
  });

  it("keep a message whatever becomes of its optional fields", () => {
    const optional = [
      "timestamp",
      "text",
      "context",
      "type",
      "referral",
      "group_id",
      "from_user_id",
      "errors",
    ];
    fc.assert(
      fc.property(fc.constantFrom(...optional), fc.option(json, { nil: undefined }), (key, value) => {
        const path = ["entry", "0", "changes", "0", "value", "messages", "0", key];
        const items = parseWhatsAppBody(replaceAt(loadFixture("whatsapp/message-text"), path, value));
        expect(items).toHaveLength(1);
        expect(items[0]).not.toHaveProperty("error");
      }),
    );
  });

  it("read one item the same whatever its neighbours are", () => {
    fc.assert(
      fc.property(json, (neighbour) => {
        const alone = parseWhatsAppBody(loadFixture("whatsapp/message-text"))[0];
        const path = ["entry", "0", "changes", "0", "value", "messages", "1"];
        const both = parseWhatsAppBody(replaceAt(loadFixture("whatsapp/message-text"), path, neighbour));
        expect(both).toHaveLength(2);
        expect(both[0]).toEqual(alone);
      }),
    );
  });
});

function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== "object" || value === null) return path.length > 0 ? [path] : [];
  const below = Object.entries(value).flatMap(([key, child]) => pathsOf(child, [...path, key]));
  return path.length > 0 ? [path, ...below] : below;
}

function replaceAt(body: unknown, path: string[], value: unknown): unknown {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((node, key) => (node as Record<string, unknown>)[key], body);
  const key = path.at(-1) ?? "";
  if (value === undefined) delete (parent as Record<string, unknown>)[key];
  else (parent as Record<string, unknown>)[key] = value;
  return body;
}
