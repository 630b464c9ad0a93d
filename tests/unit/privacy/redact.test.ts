import { describe, expect, it } from "vitest";
import { redactBody } from "@/lib/channels/redact-body";
import { type Identity, identitiesOf } from "@/lib/domain/contact";
import { itemsOf } from "@/lib/inbox/ingest/items-of";
import { peopleOf } from "@/lib/inbox/ingest/plan";
import { redactEvent } from "@/lib/inbox/privacy/erase/redact-event";
import { allFixtures, type Fixture, loadFixture } from "../../fixtures/webhooks/load";

type Case = Fixture & { person: Identity[] };

/** Each fixture once for every person in it: all names under which its items know them. */
const cases: Case[] = allFixtures().flatMap((fixture) => {
  const people: Identity[][] = [];
  for (const item of itemsOf(fixture.channel, fixture.body)) {
    if (!("event" in item)) continue;
    const names = peopleOf(item.event).flatMap(identitiesOf);
    const known = people.find((one) => one.some(({ value }) => names.some((name) => name.value === value)));
    if (known) known.push(...names);
    else if (names.length > 0) people.push(names);
  }
  return people.map((person) => ({ ...fixture, person }));
});

const valuesOf = ({ person }: Case) => [...new Set(person.map(({ value }) => value))];

describe("a webhook without one person", () => {
  it("is tried on more than eighty bodies", () => expect(cases.length).toBeGreaterThan(80));

  it.each(cases.map((one) => ({ ...one, who: valuesOf(one).join(" ") })))(
    "$name names $who no more, and says the same of everybody else",
    (one) => {
      const names = valuesOf(one);
      const { body, taken } = redactBody(one.body, { people: names });
      const before = itemsOf(one.channel, one.body);
      const after = itemsOf(one.channel, body);
      expect(taken.length).toBeGreaterThan(0);
      expect(after).toHaveLength(before.length);
      for (const name of names) expect(JSON.stringify(body)).not.toContain(`"${name}"`);
      for (const [at, item] of before.entries()) {
        if (isAbout(item, names)) expect("event" in (after[at] ?? {})).toBe(false);
        else expect(after[at]).toEqual(item);
      }
      for (const word of wordsAbout(before, names)) expect(JSON.stringify(body)).not.toContain(word);
    },
  );

  it.each(cases.map((one) => ({ ...one, who: valuesOf(one).join(" ") })))(
    "$name without $who stays as it is when it is done again",
    (one) => {
      const whom = { people: valuesOf(one) };
      const once = redactBody(one.body, whom);
      expect(redactBody(once.body, whom)).toEqual({ body: once.body, taken: [] });
    },
  );

  it("leaves bodies alone in which nobody is meant", () => {
    for (const { body } of allFixtures()) {
      expect(redactBody(body, { people: ["4900000000000"] })).toEqual({ body, taken: [] });
    }
  });

  it("keeps a card with their number that somebody else sent: it is the other one's message", () => {
    const body = loadFixture("whatsapp/message-contacts");
    const cards = itemsOf("whatsapp", body).flatMap((item) =>
      "event" in item && item.event.type === "message" && item.event.content.kind === "contacts"
        ? item.event.content.cards
        : [],
    );
    const shared = cards.flatMap(({ phones }) => phones.flatMap(({ waId }) => (waId ? [waId] : [])));
    expect(shared.length).toBeGreaterThan(0);
    expect(redactBody(body, { people: shared }).taken).toEqual([]);
  });

  it("finds a number however an address book writes it, and in each country's other form", () => {
    const contact = { full_name: "Marta", phone_number: "+55 11 8765-4321" };
    const value = { state_sync: [{ type: "contact", action: "add", contact }] };
    const body = {
      object: "whatsapp_business_account",
      entry: [{ id: "1", changes: [{ field: "smb_app_state_sync", value }] }],
    };
    const stored = { event: eventOf(body), body: Buffer.from(JSON.stringify(body)) };
    const redacted = redactEvent(stored, ["5511987654321"]);
    expect(redacted?.body.toString()).not.toContain("Marta");
    expect(redacted?.erasedItems).toEqual([0]);
  });

  it("finds a name that is written with escapes", () => {
    const text = JSON.stringify(loadFixture("instagram/message-text"));
    const igsid = cases.find(({ name }) => name === "instagram/message-text")?.person[0]?.value ?? "";
    const escaped = text.replaceAll(igsid, [...igsid].map((digit) => `\\u003${digit}`).join(""));
    const stored = { event: eventOf({ object: "instagram" }), body: Buffer.from(escaped) };
    expect(redactEvent(stored, [igsid])?.erasedItems).toEqual([0]);
  });
});

function isAbout(item: ReturnType<typeof itemsOf>[number], names: string[]): boolean {
  if (!("event" in item)) return false;
  return peopleOf(item.event)
    .flatMap(identitiesOf)
    .some(({ value }) => names.includes(value));
}

/** What they wrote and are called: long enough to be nobody else's by chance. */
function wordsAbout(items: ReturnType<typeof itemsOf>, names: string[]): string[] {
  const about = items.filter((item) => isAbout(item, names));
  const others = JSON.stringify(items.filter((item) => !isAbout(item, names)));
  const words = about.flatMap((item) => {
    if (!("event" in item)) return [];
    const { event } = item;
    const said = event.type === "message" ? [event.text, event.providerMessageId] : [];
    return [...said, ...peopleOf(event).flatMap(({ name, username }) => [name, username])];
  });
  return words.filter((word): word is string =>
    Boolean(word && word.length > 4 && !others.includes(word) && !word.includes("\n")),
  );
}

function eventOf(body: { object: string }) {
  return {
    id: "e",
    channel: body.object === "instagram" ? ("instagram" as const) : ("whatsapp" as const),
    state: "processed" as const,
    receivedAt: 0,
    processedAt: 0,
    attempts: 1,
    dueAt: null,
    items: [],
    error: null,
    headers: {},
    bodyBytes: 0,
  };
}
