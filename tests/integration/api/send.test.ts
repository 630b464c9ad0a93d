import { afterAll, describe, expect, it } from "vitest";
import { POST as sendMessage } from "@/app/api/v1/conversations/[id]/messages/route";
import { POST as startConversation } from "@/app/api/v1/messages/route";
import { GET as listTemplates } from "@/app/api/v1/templates/route";
import { ApiMessage } from "@/lib/domain/api/message";
import { kickLane } from "@/lib/inbox/outbound/deliver";
import { conversations } from "@/lib/store/conversations";
import {
  calm,
  control,
  customer,
  readMessage,
  sender,
  setEnv,
  textsOnPhone,
  useStandIn,
} from "../outbound/stand-in";
import { useWorld, whatsappChannelId } from "../support/world";
import { apiKey, call } from "./call";

useWorld("api-send");
useStandIn();
setEnv({ API_KEY: apiKey });

// The routes go on sending after they answered; let that come to rest before the store goes away.
afterAll(async () => {
  const threads = await conversations().get();
  for (const { id } of threads.docs) await kickLane(id);
});

type Template = {
  name: string;
  language: string;
  status: string;
  components: { type: string; text?: string }[];
};

async function approvedTemplate(): Promise<Template> {
  const { json } = await call(listTemplates, { query: "?limit=100" });
  const list = (json as { data: Template[] }).data;
  const plain = list.find(
    (template) =>
      template.status === "APPROVED" &&
      template.components.every(
        ({ type, text }) => ["BODY", "FOOTER"].includes(type) && !/\{\{[a-z]/.test(text ?? ""),
      ),
  );
  if (!plain) throw new Error("The stand-in has no plain approved template");
  return plain;
}

const valuesFor = (template: Template) => {
  const body = template.components.find(({ type }) => type === "BODY")?.text ?? "";
  return [...new Set(body.match(/\{\{\d+\}\}/g))].map((_, index) => `value ${index}`);
};

describe("sending over the API", () => {
  it("queues a text, sends it once, and answers the same for the same Idempotency-Key", async () => {
    const { id, conversationId } = await customer("whatsapp");
    const send = () =>
      call(sendMessage, {
        params: { id: conversationId },
        body: { text: "On its way" },
        headers: { "Idempotency-Key": "order-1" },
      });
    const [first, second] = await Promise.all([send(), send()]);
    expect(first.status).toBe(201);
    const message = ApiMessage.parse(first.json);
    expect(message).toMatchObject({
      status: expect.any(String),
      direction: "outbound",
      author: { kind: "api" },
      text: "On its way",
    });
    expect(ApiMessage.parse(second.json).id).toBe(message.id);
    await sender().kickLane(conversationId);
    await calm();
    expect(ApiMessage.parse((await send()).json).id).toBe(message.id);
    await calm();
    expect(await textsOnPhone(id)).toEqual(["On its way"]);
    expect((await readMessage(conversationId, message.id)).status).toBe("read");
  });

  it("refuses an Idempotency-Key that was used for another text", async () => {
    const { conversationId } = await customer("whatsapp");
    const send = (text: string) =>
      call(sendMessage, {
        params: { id: conversationId },
        body: { text },
        headers: { "Idempotency-Key": "order-2" },
      });
    expect((await send("One")).status).toBe(201);
    expect((await send("Two")).json).toMatchObject({ code: "idempotency_key_reused" });
  });

  it("refuses a text once the window is closed, and takes a template", async () => {
    const { id, conversationId } = await customer("whatsapp");
    const closed = await agedConversation(conversationId);
    const refused = await call(sendMessage, { params: { id: closed }, body: { text: "Hello?" } });
    expect(refused.json).toMatchObject({ code: "window_closed" });
    const template = await approvedTemplate();
    const body = {
      kind: "template",
      template: { name: template.name, language: template.language, parameters: valuesFor(template) },
    };
    const taken = await call(sendMessage, { params: { id: closed }, body });
    expect(taken.status).toBe(201);
    await sender().kickLane(closed);
    await calm();
    expect(await textsOnPhone(id)).toHaveLength(1);
  });

  it("writes first to a phone number and to a BSUID, with an approved template only", async () => {
    const template = await approvedTemplate();
    const input = { name: template.name, language: template.language, parameters: valuesFor(template) };
    await control("POST", "customers", { channel: "whatsapp", name: "New", phone: "+15550109999" });
    const started = await call(startConversation, { body: { to: "+1 555 010 9999", template: input } });
    expect(started.status).toBe(201);
    expect(ApiMessage.parse(started.json)).toMatchObject({ kind: "template", channelId: whatsappChannelId });
    const toBsuid = await call(startConversation, { body: { to: "US.99887766554433", template: input } });
    expect(toBsuid.status).toBe(201);
    const unknown = await call(startConversation, {
      body: { to: "+15550109999", template: { ...input, name: "nothing_like_it" } },
    });
    expect(unknown.json).toMatchObject({ code: "template_not_found" });
    const tooMany = await call(startConversation, {
      body: { to: "+15550109999", template: { ...input, parameters: ["a", "b", "c", "d", "e", "f", "g"] } },
    });
    expect(tooMany.json).toMatchObject({ code: "template_parameters_mismatch" });
    const nowhere = await call(startConversation, { body: { to: "hello", template: input } });
    expect(nowhere.status).toBeGreaterThanOrEqual(400);
  });

  it("pages through the templates of the channel", async () => {
    const names: string[] = [];
    let cursor: string | null = null;
    do {
      const { status, json } = await call(listTemplates, {
        query: `?limit=3${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ""}`,
      });
      expect(status).toBe(200);
      const page = json as { data: Template[]; nextCursor: string | null };
      names.push(...page.data.map(({ name, language }) => `${name}/${language}`));
      cursor = page.nextCursor;
    } while (cursor);
    expect(names.length).toBeGreaterThan(3);
    expect(new Set(names).size).toBe(names.length);
  });
});

/** Moves a conversation's last inbound message out of the window, and the stand-in's clock with it. */
async function agedConversation(conversationId: string): Promise<string> {
  const longAgo = Date.now() - 25 * 60 * 60 * 1000;
  await conversations()
    .doc(conversationId)
    .update({ lastInboundAt: longAgo, windowEndsAt: longAgo + 24 * 60 * 60 * 1000 });
  return conversationId;
}
