import { beforeAll, describe, expect, it } from "vitest";
import { GET as getContact } from "@/app/api/v1/contacts/[id]/route";
import { GET as listContacts } from "@/app/api/v1/contacts/route";
import { GET as listMessages } from "@/app/api/v1/conversations/[id]/messages/route";
import { GET as getConversation } from "@/app/api/v1/conversations/[id]/route";
import { GET as listConversations } from "@/app/api/v1/conversations/route";
import { POST as replay } from "@/app/api/v1/webhook-events/[id]/replay/route";
import { GET as getWebhookEvent } from "@/app/api/v1/webhook-events/[id]/route";
import { GET as listWebhookEvents } from "@/app/api/v1/webhook-events/route";
import { ApiConversation } from "@/lib/domain/api/conversation";
import { ApiMessage } from "@/lib/domain/api/message";
import { ApiWebhookEvent } from "@/lib/domain/api/webhook-event";
import { whatsappBody, whatsappText } from "../support/bodies";
import { deliver } from "../support/deliver";
import { useWorld } from "../support/world";
import { call, useApiKey } from "./call";

useWorld("api-lists");
useApiKey();

type Row = { id: string };
type Page = { data: Row[]; nextCursor: string | null };

const start = Math.floor(Date.now() / 1000) - 600;
const ada = { waId: "15550102001", name: "Ada" };

beforeAll(async () => {
  for (let index = 0; index < 5; index++) {
    const person = { waId: `1555010200${index + 1}`, name: index === 0 ? "Ada" : `Person ${index}` };
    await deliver(
      "whatsapp",
      whatsappBody(whatsappText(`wamid.list-${index}`, start + index, `Hello ${index}`, person)),
    );
  }
  for (let index = 0; index < 4; index++) {
    await deliver(
      "whatsapp",
      whatsappBody(whatsappText(`wamid.ada-${index}`, start + 60 + index, `More ${index}`, ada)),
    );
  }
  const unknownNumber = whatsappBody({
    field: "messages",
    value: { metadata: { phone_number_id: "1" }, messages: [{ id: "x", from: "1", type: "text" }] },
  });
  await deliver("whatsapp", unknownNumber);
});

type Handler = Parameters<typeof call>[0];

async function all(handler: Handler, limit: number, params = {}): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | null = null;
  do {
    const answer = await call(handler, {
      params,
      query: `?limit=${limit}${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`,
    });
    expect(answer.status).toBe(200);
    const page = answer.json as unknown as Page;
    expect(page.data.length).toBeLessThanOrEqual(limit);
    rows.push(...page.data);
    cursor = page.nextCursor;
  } while (cursor);
  return rows;
}

describe("lists of the API", () => {
  it.each([
    ["contacts", listContacts, 5],
    ["conversations", listConversations, 5],
    ["webhook events", listWebhookEvents, 10],
  ] as const)("page through all %s once", async (_what, handler, count) => {
    const rows = await all(handler, 2);
    expect(rows).toHaveLength(count);
    expect(new Set(rows.map((row) => row.id)).size).toBe(count);
    expect(rows).toEqual(await all(handler, 100));
  });

  it("put the conversation with the latest activity first, with its messages newest first", async () => {
    const [first] = await all(listConversations, 100);
    const conversation = ApiConversation.parse(first);
    expect(conversation).toMatchObject({
      contact: { name: "Ada", phone: ada.waId },
      unreadCount: 5,
      lastMessage: { text: "More 3" },
    });
    const messages = (await all(listMessages, 2, { id: conversation.id })).map((row) =>
      ApiMessage.parse(row),
    );
    expect(messages.map((message) => message.text)).toEqual([
      "More 3",
      "More 2",
      "More 1",
      "More 0",
      "Hello 0",
    ]);
    expect(messages[0]).toMatchObject({
      direction: "inbound",
      kind: "text",
      status: "received",
      providerMessageId: "wamid.ada-3",
      author: { kind: "contact" },
    });
  });

  it("give one conversation and one contact by id", async () => {
    const [row] = await all(listConversations, 1);
    const one = await call(getConversation, { params: { id: row?.id ?? "" } });
    expect(one.json).toEqual(row);
    const contact = await call(getContact, { params: { id: ApiConversation.parse(row).contactId } });
    expect(contact.json).toMatchObject({
      displayName: "Ada",
      identities: [{ kind: "wa_id", value: ada.waId }],
    });
  });

  it("filter webhook events by state and say why one was ignored", async () => {
    const answer = await call(listWebhookEvents, { query: "?state=ignored" });
    const events = (answer.json as unknown as Page).data.map((row) => ApiWebhookEvent.parse(row));
    expect(events).toHaveLength(1);
    expect(events[0]?.items).toEqual([
      { index: 0, kind: "message.text", outcome: "ignored", error: "channel_not_connected" },
    ]);
  });

  it("replay an event without changing anything", async () => {
    const before = await all(listMessages, 100, { id: (await all(listConversations, 1))[0]?.id });
    const events = await all(listWebhookEvents, 100);
    for (const { id } of events) {
      const replayed = await call(replay, { params: { id }, body: {} });
      expect(replayed.status).toBe(200);
      expect(["processed", "ignored"]).toContain(ApiWebhookEvent.parse(replayed.json).state);
    }
    expect(await all(listMessages, 100, { id: (await all(listConversations, 1))[0]?.id })).toEqual(before);
    expect((await call(getWebhookEvent, { params: { id: events[0]?.id ?? "" } })).json).not.toHaveProperty(
      "body",
    );
    expect((await call(replay, { params: { id: "nothing" }, body: {} })).status).toBe(404);
  });
});
