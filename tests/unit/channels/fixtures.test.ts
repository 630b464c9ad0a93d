import { describe, expect, it } from "vitest";
import { parseInstagramBody } from "@/lib/channels/instagram/parse";
import { parseWhatsAppBody } from "@/lib/channels/whatsapp/parse";
import { messageKinds } from "@/lib/domain/message";
import { MessageContent } from "@/lib/domain/message-content";
import { allFixtures, type Fixture, fixtureIds, loadFixture } from "@/tests/fixtures/webhooks/load";
import { instagramRows } from "./instagram-rows";
import { whatsappRows } from "./whatsapp-rows";

const rows = { whatsapp: whatsappRows, instagram: instagramRows };
const parse = ({ channel, body }: Fixture) =>
  channel === "whatsapp" ? parseWhatsAppBody(body) : parseInstagramBody(body);
const rowsOf = ({ name, channel }: Fixture) => rows[channel][name.slice(channel.length + 1)];

describe.each(allFixtures())("$name", (fixture) => {
  it("has a row and becomes what the row says", () => {
    const expected = rowsOf(fixture);
    expect(expected, "no row says what this fixture becomes").toBeDefined();
    const items = parse(fixture);
    expect(items).toHaveLength(expected?.length ?? -1);
    expect(items).toMatchObject(expected ?? []);
  });

  it("numbers its items and gives every message content of its own kind", () => {
    const items = parse(fixture);
    expect(items.map((item) => item.index)).toEqual(items.map((_, index) => index));
    for (const item of items) {
      if (!("event" in item) || item.event.type !== "message") continue;
      expect(item.event.content.kind).toBe(item.event.kind);
      expect(MessageContent.safeParse(item.event.content).success).toBe(true);
      expect(item.event.providerMessageId).not.toBe("");
    }
  });
});

describe("the fixtures together", () => {
  it("have no row without a fixture", () => {
    const names = new Set(allFixtures().map((fixture) => fixture.name));
    const named = Object.entries(rows).flatMap(([channel, list]) =>
      Object.keys(list).map((name) => `${channel}/${name}`),
    );
    expect(named.filter((name) => !names.has(name))).toEqual([]);
  });

  it("hold every kind of message each channel can bring", () => {
    const kindsOf = (channel: string) =>
      new Set(
        allFixtures()
          .filter((fixture) => fixture.channel === channel)
          .flatMap(parse)
          .flatMap((item) => ("event" in item && item.event.type === "message" ? [item.event.kind] : [])),
      );
    const notOnWhatsApp = new Set(["story_mention", "share"]);
    const notOnInstagram = new Set(["location", "contacts", "order", "form", "template"]);
    expect([...kindsOf("whatsapp")].sort()).toEqual(
      messageKinds.filter((kind) => !notOnWhatsApp.has(kind)).sort(),
    );
    expect([...kindsOf("instagram")].sort()).toEqual(
      messageKinds.filter((kind) => !notOnInstagram.has(kind)).sort(),
    );
  });

  it("name the number and the account they are for", () => {
    const { phoneNumberId, wabaId, displayPhone, accountId } = fixtureIds;
    expect(parseWhatsAppBody(loadFixture("whatsapp/message-text"))[0]?.channel).toEqual({
      type: "whatsapp",
      wabaId,
      phoneNumberId,
      displayPhone,
    });
    expect(parseWhatsAppBody(loadFixture("whatsapp/phone-number-name"))[0]?.channel).toEqual({
      type: "whatsapp",
      wabaId,
      phoneNumberId: null,
      displayPhone,
    });
    expect(parseInstagramBody(loadFixture("instagram/message-text"))[0]?.channel).toEqual({
      type: "instagram",
      accountId,
    });
  });

  it("give the same derived id each time, and another for another message", () => {
    const id = () => {
      const item = parseWhatsAppBody(loadFixture("whatsapp/message-without-id"))[0];
      return item && "event" in item && item.event.type === "message" ? item.event.providerMessageId : null;
    };
    expect(id()).toBe(id());
    expect(id()).not.toBeNull();
  });
});
