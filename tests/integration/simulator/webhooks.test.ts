import { createHmac } from "node:crypto";
import { describe, expect, it } from "vitest";
import { type Answers, accountId, appSecret, useMeta } from "./support/use-meta";

const meta = useMeta();

describe("a webhook", () => {
  it("is signed over its exact bytes, escaped as Meta escapes them", async () => {
    const customer = await meta.customer({ name: "Zoë", phone: "33612345678" });
    await meta.sim("POST", `/sim/customers/${customer.id}/messages`, {
      kind: "text",
      text: "ça va? a/b@c 👍",
    });
    await meta.flush();
    const [webhook] = meta.app().received;
    const signature = createHmac("sha256", appSecret)
      .update(webhook?.text ?? "")
      .digest("hex");
    expect(webhook?.headers).toMatchObject({
      "x-hub-signature-256": `sha256=${signature}`,
      "user-agent": "facebookexternalua",
    });
    expect(webhook?.text).toContain(String.raw`"\u00e7a va? a\/b\u0040c \ud83d\udc4d"`);
    expect(webhook?.text).toMatch(/^[\x20-\x7e]+$/);
    expect(meta.values()[0].messages[0].text.body).toBe("ça va? a/b@c 👍");
  });

  it("names a username-only customer without any phone field", async () => {
    const noor = await meta.customer({ name: "Noor", username: "@noor" });
    await meta.sim("POST", `/sim/customers/${noor.id}/messages`, { kind: "text", text: "hello" });
    await meta.flush();
    const value = meta.values()[0];
    expect(value.contacts).toEqual([{ profile: { name: "Noor", username: "noor" }, user_id: noor.bsuid }]);
    expect(value.messages[0]).toMatchObject({ from_user_id: noor.bsuid });
    expect(value.messages[0]).not.toHaveProperty("from");
  });

  it("comes again with the same bytes until the app answers 200", async () => {
    meta.app().answerWith(503, 500, 200);
    const customer = await meta.customer({ phone: "33612345678" });
    await meta.sim("POST", `/sim/customers/${customer.id}/messages`, { kind: "text", text: "hello" });
    expect((await meta.flush()).json.isEmpty).toBe(true);
    const received = meta.app().received;
    expect(received).toHaveLength(3);
    expect(new Set(received.map((row) => row.text)).size).toBe(1);
    const { json } = await meta.sim("GET", "/sim/webhooks");
    expect(json.items[0]).toMatchObject({
      state: "delivered",
      attempts: [{ status: 503 }, { status: 500 }, { status: 200 }],
    });
  });

  it("waits for an app that is away, and is hurried on demand", async () => {
    await meta.sim("PATCH", "/sim/delivery", { appUrl: "http://127.0.0.1:9", retryDelaysMs: [60_000] });
    const customer = await meta.customer({ phone: "33612345678" });
    await meta.sim("POST", `/sim/customers/${customer.id}/messages`, { kind: "text", text: "hello" });
    expect((await meta.sim("POST", "/sim/flush", { timeoutMs: 100 })).json).toMatchObject({ isEmpty: false });
    await meta.sim("PATCH", "/sim/delivery", { appUrl: meta.app().url });
    expect((await meta.sim("POST", "/sim/flush", { isHurried: true })).json.isEmpty).toBe(true);
    expect(meta.app().received).toHaveLength(1);
  });

  it("carries several updates when batched, and comes twice when duplicated", async () => {
    await meta.sim("PATCH", "/sim/delivery", { batchSize: 5, batchWaitMs: 500, duplicateChance: 1 });
    const customer = await meta.customer({ phone: "33612345678" });
    for (let at = 0; at < 5; at += 1) {
      await meta.sim("POST", `/sim/customers/${customer.id}/messages`, { kind: "text", text: `${at}` });
    }
    await meta.flush();
    const received = meta.app().received;
    expect(received).toHaveLength(2);
    expect(meta.values()).toHaveLength(10);
    expect(received[0]?.text).toBe(received[1]?.text);
  });

  it("posts a raw body as given, with another secret when asked", async () => {
    const body = '{"object":"whatsapp_business_account","entry":[]}';
    meta.app().answerWith(403);
    const { json } = await meta.sim("POST", "/sim/webhooks/raw", {
      channel: "whatsapp",
      body,
      secret: "wrong",
    });
    expect(json).toMatchObject({ status: 403 });
    expect(meta.app().received[0]).toMatchObject({
      path: "/api/webhooks/whatsapp",
      text: body,
      headers: {
        "x-hub-signature-256": `sha256=${createHmac("sha256", "wrong").update(body).digest("hex")}`,
      },
    });
  });

  it("is preceded by Meta's handshake on demand", async () => {
    const { json } = await meta.sim("POST", "/sim/handshake");
    expect(json.items).toMatchObject([{ isVerified: true }, { isVerified: true }]);
  });

  it("storms with every message once", async () => {
    const { json } = await meta.sim("POST", "/sim/storm", { messages: 200, customers: 7 });
    await meta.flush();
    const ids = meta.values().map((value) => value.messages[0].id);
    expect(ids.sort()).toEqual([...json.providerMessageIds].sort());
    expect(new Set(ids).size).toBe(200);
  });
});

describe("what follows a send", () => {
  const statusesOf = () => meta.values().flatMap((value) => value.statuses ?? []);

  it("is sent, delivered and, with the chat open, read, each with the callback data", async () => {
    const customer = await meta.customer({ phone: "33612345678", lastWroteAgoMs: 1, isChatOpen: true });
    const sent = await meta.send({
      to: "33612345678",
      type: "text",
      text: { body: "x" },
      biz_opaque_callback_data: "row-1",
    });
    await meta.flush();
    const id = sent.json.messages[0].id;
    expect(statusesOf().map((row: Answers) => row.status)).toEqual(["sent", "delivered", "read"]);
    expect(statusesOf()[1]).toMatchObject({
      id,
      recipient_id: "33612345678",
      recipient_user_id: customer.bsuid,
      biz_opaque_callback_data: "row-1",
      pricing: { billable: true, category: "service" },
    });
  });

  it("is read only once the customer opens the chat", async () => {
    const customer = await meta.customer({ phone: "33612345678", lastWroteAgoMs: 1 });
    await meta.send({ to: "33612345678", type: "text", text: { body: "x" } });
    await meta.flush();
    expect(statusesOf().map((row: Answers) => row.status)).toEqual(["sent", "delivered"]);
    await meta.sim("PATCH", `/sim/customers/${customer.id}`, { isChatOpen: true });
    await meta.flush();
    expect(statusesOf().at(-1)).toMatchObject({ status: "read" });
  });

  it("is failed with 131026 and nothing on the phone when the number is not on WhatsApp", async () => {
    const customer = await meta.customer({ phone: "33612345678", lastWroteAgoMs: 1, isReachable: false });
    await meta.send({
      to: "33612345678",
      type: "text",
      text: { body: "x" },
      biz_opaque_callback_data: "row-2",
    });
    await meta.flush();
    expect(statusesOf()).toMatchObject([
      { status: "failed", biz_opaque_callback_data: "row-2", errors: [{ code: 131026 }] },
    ]);
    expect((await meta.phoneOf(customer)).copies).toEqual({});
  });

  it("arrives before the send's own answer when so set", async () => {
    await meta.sim("PATCH", "/sim/delivery", { isStatusBeforeAnswer: true });
    await meta.customer({ phone: "33612345678", lastWroteAgoMs: 1 });
    const sent = await meta.send({ to: "33612345678", type: "text", text: { body: "x" } });
    expect(statusesOf()[0]).toMatchObject({ id: sent.json.messages[0].id, status: "sent" });
  });

  it("is an echo with the same mid on Instagram, then a read", async () => {
    const lea = await meta.customer({ channel: "instagram", lastWroteAgoMs: 1, isChatOpen: true });
    const sent = await meta.sendInstagram({ recipient: { id: lea.igsid }, message: { text: "salut" } });
    await meta.flush();
    const events = meta.events();
    expect(events[0]).toMatchObject({
      sender: { id: accountId },
      recipient: { id: lea.igsid },
      message: { mid: sent.json.message_id, text: "salut", is_echo: true },
    });
    expect(events[1]).toMatchObject({ sender: { id: lea.igsid }, read: { mid: sent.json.message_id } });
  });
});
