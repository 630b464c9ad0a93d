import { existsSync, globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HIDDEN, maskBody } from "@/lib/channels/masking/mask-body";
import type { ChannelType } from "@/lib/domain/channel";
import { allFixtures } from "../../fixtures/webhooks/load";

type Body = { name: string; channel: ChannelType; body: unknown };

/** Bodies that stand beside the project on some machines, and are not part of it. */
const shared = ["../../../../shared/fixtures/webhooks/", "../../../../../shared/fixtures/webhooks/"]
  .map((path) => fileURLToPath(new URL(path, import.meta.url)))
  .find((folder) => existsSync(folder));

const bodies: Body[] = [...allFixtures(), ...(shared ? sharedBodies(shared) : [])];

/** What a field of these names holds is somebody's: their words, name, number, user id, link. */
const personal =
  /^(body|text|caption|title|description|name|first_name|last_name|full_name|formatted_name|username|company|email|phone|phone_number|wa_id|from|to|user_id|from_user_id|to_user_id|parent_user_id|recipient_id|recipient_user_id|url|source_url|image_url|photo_url|story_media_url|headline|payload|filename|address|emoji|reaction|ref|response_json|ctwa_clid|detail|details|message|latitude|longitude|item_price|product_retailer_id|sdp|sha256|ad_title|display_phone_number|biz_opaque_callback_data)$/;

type Leaf = { path: string[]; value: unknown };

describe("a body whose content is hidden", () => {
  it.each(bodies)("$name shows nothing of a person", ({ channel, body }) => {
    const before = leavesOf(body);
    const after = leavesOf(maskBody(channel, body));
    expect(after).toHaveLength(before.length);
    for (const [at, { path, value }] of before.entries()) {
      const key = path.findLast((part) => part !== "[]") ?? "";
      const shown = after[at]?.value;
      if (typeof value === "boolean" || value === null) expect(shown).toBe(value);
      else if (personal.test(key) && !isControl(path)) expect(shown, path.join(".")).toBe(HIDDEN);
    }
  });

  it.each(bodies)("$name shows only what is listed, in its own form", ({ channel, body }) => {
    const canary = /^C4n4ry/;
    for (const form of ["C4n4ry writes", "C4n4ry-1.2/3", "C4n4ry@example.com", "C4n4ry\u202e"]) {
      const text = JSON.stringify(
        maskBody(
          channel,
          replaced(body, () => form),
        ),
      );
      expect(text).not.toMatch(canary);
      expect(text.includes("C4n4ry w") || text.includes("@example.com") || text.includes("\u202e")).toBe(
        false,
      );
    }
  });

  it.each(bodies)("$name still tells its structure, kinds and times", ({ channel, body }) => {
    const shown = maskBody(channel, body) as { object?: string };
    expect(shown.object).toBe((body as { object?: string }).object);
    const before = leavesOf(body).filter(({ path }) => isField(path));
    const after = leavesOf(shown).filter(({ path }) => isField(path));
    expect(after.map(({ value }) => value)).toEqual(before.map(({ value }) => value));
  });

  it("hides a field that nobody knows, wherever it stands and whatever it holds", () => {
    const places = bodies.flatMap(({ channel, body }) =>
      objectsOf(body).map((path) => ({ channel, body, path })),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.stringMatching(/^[a-z_]{1,12}$/),
        fc.oneof(fc.string({ minLength: 1 }), fc.integer({ min: 1 }), fc.double({ noNaN: true })),
        ({ channel, body, path }, name, content) => {
          const copy = structuredClone(body);
          const place = at(copy, path) as Record<string, unknown>;
          const key = `zz_${name}`;
          place[key] = { [name]: content, list: [content, { deep: content }], own: content };
          const masked = at(maskBody(channel, copy), path) as Record<string, unknown>;
          expect(leavesOf(masked[key]).every(({ value }) => value === HIDDEN)).toBe(true);
        },
      ),
      { numRuns: 1_000, seed: 5 },
    );
  });

  it("hides what has another form than its place should hold", () => {
    fc.assert(
      fc.property(fc.constantFrom(...bodies), fc.string({ unit: "grapheme", minLength: 2 }), (one, noise) => {
        const said = `${noise} ü!`;
        const text = JSON.stringify(
          maskBody(
            one.channel,
            replaced(one.body, () => said),
          ),
        );
        expect(text).not.toContain(JSON.stringify(said).slice(1, -1));
      }),
      { numRuns: 500, seed: 5 },
    );
  });

  it("hides keys that may be somebody's number or word", () => {
    const body = { object: "instagram", people: { "4915100000100": { "Ada L.": 1 } } };
    expect(maskBody("instagram", body)).toEqual({
      object: "instagram",
      people: { [`${HIDDEN} 1`]: { [`${HIDDEN} 1`]: HIDDEN } },
    });
  });

  it("shows the end of a message's id, which as a whole holds the phone number", () => {
    const id = `wamid.${Buffer.from("\x1d\x18\x0c4915100000100\x15\x02\x00\x12\x18\x163EB0C431C2A1B2C3D4E5").toString("base64")}`;
    const body = { entry: [{ changes: [{ value: { messages: [{ id, type: "text" }] } }] }] };
    expect(maskBody("whatsapp", body)).toEqual({
      entry: [{ changes: [{ value: { messages: [{ id: `…${id.slice(-6)}`, type: "text" }] } }] }],
    });
  });
});

/** Who has a thread, by Meta's word for the app: no person. */
function isControl(path: string[]): boolean {
  return path.includes("messaging_handovers") && /^control_/.test(path.at(-2) ?? "");
}

const isField = (path: string[]) => path.join(".") === "entry.[].changes.[].field";

function leavesOf(value: unknown, path: string[] = []): Leaf[] {
  if (Array.isArray(value)) return value.flatMap((entry) => leavesOf(entry, [...path, "[]"]));
  if (typeof value !== "object" || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, entry]) => leavesOf(entry, [...path, key]));
}

function objectsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (Array.isArray(value)) return value.flatMap((entry, index) => objectsOf(entry, [...path, index]));
  if (typeof value !== "object" || value === null) return [];
  return [path, ...Object.entries(value).flatMap(([key, entry]) => objectsOf(entry, [...path, key]))];
}

function at(value: unknown, path: (string | number)[]): unknown {
  return path.reduce<unknown>((part, key) => (part as Record<string | number, unknown>)[key], value);
}

function replaced(value: unknown, by: () => unknown): unknown {
  if (Array.isArray(value)) return value.map((entry) => replaced(entry, by));
  if (typeof value !== "object" || value === null) return typeof value === "boolean" ? value : by();
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, replaced(entry, by)]));
}

function sharedBodies(folder: string): Body[] {
  return globSync(`${folder}**/*.json`)
    .sort()
    .map((file) => {
      const body: unknown = JSON.parse(readFileSync(file, "utf8"));
      const isInstagram = (body as { object?: string } | null)?.object === "instagram";
      return { name: file.slice(folder.length), channel: isInstagram ? "instagram" : "whatsapp", body };
    });
}
