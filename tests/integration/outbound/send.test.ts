import { ulid } from "ulid";
import { beforeEach, expect, test } from "vitest";
import { enqueueMessage } from "@/lib/inbox/outbound/enqueue";
import { messagesOf } from "@/lib/store/messages";
import { outbox } from "@/lib/store/outbox";
import { useWorld } from "../support/world";
import {
  agent,
  calm,
  clock,
  control,
  customer,
  queueText,
  readMessage,
  sender,
  textsOnPhone,
  useStandIn,
} from "./stand-in";

useWorld("send");
useStandIn();

beforeEach(() => {
  clock.aheadMs = 0;
  clock.stoppedAt = null;
});

type Sent = { body: Record<string, unknown> };
const lastSend = async () =>
  (await control<{ items: Sent[] }>("GET", "requests?path=messages&method=POST")).items.at(-1)?.body;

test("a text reaches the customer on WhatsApp and its statuses come home", async () => {
  const { id, conversationId } = await customer("whatsapp");
  const message = await queueText(conversationId, "Good morning");
  await sender().kickLane(conversationId);
  await calm();
  const sent = await readMessage(conversationId, message.id);
  expect(await textsOnPhone(id)).toEqual(["Good morning"]);
  expect(sent.status).toBe("read");
  expect(Object.keys(sent.timeline).sort()).toEqual([
    "accepted",
    "delivered",
    "queued",
    "read",
    "sending",
    "sent",
  ]);
  expect((await outbox().doc(message.id).get()).exists).toBe(false);
});

test("a text reaches the customer on Instagram and its echo is no second message", async () => {
  const { id, conversationId } = await customer("instagram");
  const message = await queueText(conversationId, "Hello from the shop");
  await sender().kickLane(conversationId);
  await calm();
  const outbound = await messagesOf(conversationId).where("direction", "==", "outbound").get();
  expect(await textsOnPhone(id)).toEqual(["Hello from the shop"]);
  expect(outbound.docs.map((doc) => doc.id)).toEqual([message.id]);
  expect(["sent", "read"]).toContain((await readMessage(conversationId, message.id)).status);
});

test("a customer without a phone number is sent to by BSUID", async () => {
  const { id, conversationId } = await customer("whatsapp", { username: "no.number" });
  await queueText(conversationId, "Hi username");
  await sender().kickLane(conversationId);
  await calm();
  const body = await lastSend();
  expect(body).toMatchObject({ recipient: expect.stringMatching(/^[A-Z]{2}\./) });
  expect(body).not.toHaveProperty("to");
  expect(await textsOnPhone(id)).toEqual(["Hi username"]);
});

test("a reply names the message it answers, even one that was sent only afterwards", async () => {
  const { conversationId } = await customer("whatsapp");
  const first = await queueText(conversationId, "First");
  const reply = await enqueueMessage({
    actor: agent,
    conversationId,
    messageId: ulid(),
    content: { kind: "text", text: "About that" },
    replyToMessageId: first.id,
  });
  await sender().kickLane(conversationId);
  const sent = await readMessage(conversationId, first.id);
  expect(reply.ok).toBe(true);
  expect(await lastSend()).toMatchObject({ context: { message_id: sent.providerMessageId } });
});

test("messages of a conversation arrive in order, whoever kicks how often", async () => {
  const { id, conversationId } = await customer("whatsapp");
  const words = Array.from({ length: 8 }, (_, index) => `Message ${index}`);
  for (const word of words) await queueText(conversationId, word);
  const [one, two] = [sender("one"), sender("two")];
  await Promise.all([
    one.kickLane(conversationId),
    two.kickLane(conversationId),
    one.kickLane(conversationId),
    two.sweep(clock.now()),
  ]);
  await one.kickLane(conversationId);
  expect(await textsOnPhone(id)).toEqual(words);
});

test("several processes send each message of many conversations once", async () => {
  const people = [await customer("whatsapp"), await customer("whatsapp"), await customer("instagram")];
  for (const { conversationId } of people) {
    for (const word of ["a", "b", "c"]) await queueText(conversationId, word);
  }
  const senders = ["one", "two", "three"].map((name) => sender(name));
  for (let round = 0; round < 4; round += 1) await Promise.all(senders.map((one) => one.sweep(clock.now())));
  for (const { id } of people) expect(await textsOnPhone(id)).toEqual(["a", "b", "c"]);
});

test("after a burst to one person the queue waits for room, and loses nothing", async () => {
  const { id, conversationId } = await customer("whatsapp");
  const messages = [];
  for (let index = 0; index < 46; index += 1) messages.push(await queueText(conversationId, `n${index}`));
  const one = sender();
  clock.stoppedAt = Date.now();
  await one.kickLane(conversationId);
  expect(await textsOnPhone(id)).toHaveLength(45);
  const last = (
    await outbox()
      .doc(messages[45]?.id ?? "")
      .get()
  ).data();
  expect(last).toMatchObject({ state: "queued", tries: 0 });
  expect(last?.dueAt).toBeGreaterThan(clock.now());
  expect(last?.dueAt).toBeLessThanOrEqual(clock.now() + 6_000);
  clock.aheadMs = 7_000;
  await control("POST", "clock", { advanceMs: 7_000 });
  await one.sweep(clock.now());
  expect(await textsOnPhone(id)).toHaveLength(46);
});
