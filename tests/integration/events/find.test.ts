import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { GET as list } from "@/app/api/settings/webhook-events/route";
import type { EventFilter } from "@/lib/domain/event-filter";
import type { Actor } from "@/lib/domain/member";
import type { WebhookEvent } from "@/lib/domain/webhook-event";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { findWebhookEvents } from "@/lib/inbox/read/find-webhook-events";
import { type FoundEvents, findEvents } from "@/lib/store/find-events";
import { db } from "@/lib/store/firestore";
import { updateEvent } from "@/lib/store/webhook-events";
import { browser } from "../auth/support/browser";
import { got, member, signIn } from "../auth/support/people";
import { fromCustomer, instagramBody, whatsappBody, whatsappStatus, whatsappText } from "../support/bodies";
import { deliver } from "../support/deliver";
import { ids, instagramChannelId, useWorld, whatsappChannelId } from "../support/world";

vi.mock("next/headers", () => import("../auth/support/browser"));
useWorld("find-events");
beforeEach(() => browser.reset());

const ada = { waId: "5511987654321", bsuid: "BR.900100200300", name: "Ada" };
const events: Record<string, WebhookEvent> = {};
const at = (n: number) => 1_795_000_000_000 + n * 60_000;

beforeAll(async () => {
  const bodies = {
    text: ["whatsapp", whatsappBody(whatsappText("wamid.FINDME", 1_795_000_000, "Hello", ada))],
    status: ["whatsapp", whatsappBody(whatsappStatus("wamid.ELSEWHERE", "delivered", 1_795_000_001))],
    instagram: [
      "instagram",
      instagramBody(
        fromCustomer("99887766", 1_795_000_002_000, { message: { mid: "mid.FINDME", text: "Hi" } }),
      ),
    ],
    unknown: [
      "whatsapp",
      whatsappBody({
        field: "messages",
        value: { metadata: { phone_number_id: "1" }, messages: [{ id: "wamid.X", from: "1", type: "text" }] },
      }),
    ],
  } as const;
  for (const [n, [name, [channel, body]]] of Object.entries(bodies).entries()) {
    const event = await deliver(channel, body);
    await updateEvent(event.id, { receivedAt: at(n) });
    events[name] = { ...event, receivedAt: at(n) };
  }
});

async function found(filter: EventFilter): Promise<string[]> {
  const { items, nextCursor } = got(await findWebhookEvents(systemActor, filter, { limit: 50 }));
  expect(nextCursor).toBeNull();
  return items.map(({ id }) => Object.entries(events).find(([, event]) => event.id === id)?.[0] ?? id);
}

describe("a processed event", () => {
  it("says what it holds, for which channel, and how long it took", () => {
    expect(events.text).toMatchObject({
      kinds: ["message.text", "message"],
      channelIds: [whatsappChannelId],
      durationMs: expect.any(Number),
      firstProcessedAt: events.text?.processedAt,
    });
    expect(events.instagram?.channelIds).toEqual([instagramChannelId]);
    expect(events.unknown?.channelIds).toEqual([]);
  });

  it("holds no id of a person or message that could be read out of it, but for its body", async () => {
    const stored = await db()
      .collection("webhookEvents")
      .doc(events.text?.id ?? "")
      .get();
    const { body, ...rest } = stored.data() ?? {};
    expect(body).toContain("wamid.FINDME");
    expect(JSON.stringify(rest)).not.toMatch(/FINDME|987654321|900100200300|Ada/);
  });
});

describe("the list of events", () => {
  it.each<[string, EventFilter, string[]]>([
    ["nothing", {}, ["unknown", "instagram", "status", "text"]],
    ["a channel", { channel: "instagram" }, ["instagram"]],
    ["a state", { state: "ignored" }, ["unknown"]],
    ["a kind", { kind: "message.text" }, ["unknown", "instagram", "text"]],
    ["a family of kinds", { kind: "status" }, ["status"]],
    ["a time", { from: at(1), to: at(3) }, ["instagram", "status"]],
    ["a kind, a state and a channel", { kind: "message", state: "processed", channel: "whatsapp" }, ["text"]],
    ["a state and a time", { state: "processed", from: at(2) }, ["instagram"]],
    ["a message's id", { id: "wamid.FINDME" }, ["text"]],
    ["an id and what else it is", { id: "wamid.FINDME", state: "failed" }, []],
    ["a phone number as people write it", { id: "+55 11 98765-4321" }, ["text"]],
    ["the other form of the number", { id: "551187654321" }, ["text"]],
    ["a user id", { id: ada.bsuid }, ["text"]],
    ["an Instagram user", { id: "99887766" }, ["instagram"]],
    ["a number's id", { id: ids.phoneNumberId, kind: "message" }, ["text"]],
    ["an account, spaces around it", { id: ` ${ids.accountId} ` }, ["instagram"]],
    ["part of an id", { id: "wamid.FIND" }, []],
    ["words", { id: "Hello" }, []],
  ])("by %s is newest first", async (_what, filter, expected) => {
    expect(await found(filter)).toEqual(expected);
  });

  it("finds an event by its own id, if the rest fits", async () => {
    const id = events.status?.id ?? "";
    expect(await found({ id })).toEqual(["status"]);
    expect(await found({ id, channel: "instagram" })).toEqual([]);
  });

  it("is paged by cursor, each event once", async () => {
    const seen: string[] = [];
    for (let cursor: string | null = null, more = true; more; more = cursor !== null) {
      const page: FoundEvents = got(await findWebhookEvents(systemActor, {}, { cursor, limit: 1 }));
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    expect(seen).toEqual(["unknown", "instagram", "status", "text"].map((name) => events[name]?.id));
  });

  it("says how far it looked when what is meant is further back, instead of saying that there is nothing", async () => {
    const isMeant = ({ channel, kinds }: WebhookEvent) =>
      channel === "whatsapp" && kinds?.[0] === "message.video";
    const options = { order: "newest", cursor: null, limit: 10, maxLooked: 2, isMeant } as const;
    const first = got(await findEvents({}, options));
    expect(first).toMatchObject({ items: [], lookedTo: at(2) });
    const second = got(
      await findEvents({}, { ...options, cursor: first.nextCursor, isMeant: () => true, limit: 2 }),
    );
    expect(second.items.map(({ id }) => id)).toEqual([events.status?.id, events.text?.id]);
  });

  it("refuses whoever may not see events, a bad cursor and a bad filter", async () => {
    const agent: Actor = { kind: "member", id: "a", name: "a", role: "agent" };
    const limited: Actor = {
      kind: "api",
      id: "k",
      name: "k",
      scopes: ["read"],
      channelIds: [whatsappChannelId],
    };
    for (const actor of [agent, limited]) {
      expect(await findWebhookEvents(actor, {}, { limit: 1 })).toMatchObject({
        error: { code: "forbidden" },
      });
    }
    expect(await findWebhookEvents(systemActor, {}, { cursor: "x", limit: 1 })).toMatchObject({
      error: { code: "bad_request" },
    });
    await signIn(await member("admin"));
    const asked = (query: string) =>
      list(new Request(`http://localhost:3000/api/settings/webhook-events${query}`), {
        params: Promise.resolve({}),
      });
    expect((await asked("?state=lost")).status).toBe(400);
    const answer = await asked("?kind=message.text&channel=whatsapp");
    const { rows } = (await answer.json()) as { rows: Record<string, unknown>[] };
    expect(rows.map(({ id }) => id)).toEqual([events.unknown?.id, events.text?.id]);
    expect(Object.keys(rows[0] ?? {})).not.toEqual(expect.arrayContaining(["refs", "headers", "body"]));
  });
});
