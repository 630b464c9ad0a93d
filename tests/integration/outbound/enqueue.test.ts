import { ulid } from "ulid";
import { beforeAll, expect, test } from "vitest";
import { CUSTOMER_SERVICE_WINDOW_MS } from "@/lib/domain/window";
import { enqueueMessage } from "@/lib/inbox/outbound/enqueue";
import { pauseChannel, resumeChannel } from "@/lib/inbox/outbound/pause";
import { channels } from "@/lib/store/channels";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { outbox } from "@/lib/store/outbox";
import { useWorld, whatsappChannelId } from "../support/world";
import { agent, customer, queueText, useStandIn, viewer } from "./stand-in";

useWorld("enqueue");
useStandIn();

let thread: string;
let instagramThread: string;

beforeAll(async () => {
  thread = (await customer("whatsapp")).conversationId;
  instagramThread = (await customer("instagram")).conversationId;
});

const text = (words: string) => ({ kind: "text", text: words }) as const;

test("a message, its outbox row and the conversation are stored together", async () => {
  const message = await queueText(thread, "On its way");
  const row = (await outbox().doc(message.id).get()).data();
  const conversation = (await conversations().doc(thread).get()).data();
  expect(row).toMatchObject({
    lane: thread,
    state: "queued",
    tries: 0,
    attempt: 1,
    sortKey: message.sortKey,
  });
  expect(conversation?.lastMessage).toMatchObject({ id: message.id, text: "On its way", status: "queued" });
  expect(message.author).toEqual({ kind: "member", id: agent.id, name: agent.name });
});

test("the same id with the same words is the same message, also when asked for at once", async () => {
  const messageId = ulid();
  const ask = () =>
    enqueueMessage({ actor: agent, conversationId: thread, messageId, content: text("Once") });
  const answers = await Promise.all([ask(), ask(), ask()]);
  expect(answers.every((answer) => answer.ok && answer.data.id === messageId)).toBe(true);
  const stored = await messagesOf(thread).where("text", "==", "Once").get();
  expect(stored.size).toBe(1);
});

test("the same id with other words, or in another conversation, is a conflict", async () => {
  const { id: messageId } = await queueText(thread, "First words");
  const other = await enqueueMessage({
    actor: agent,
    conversationId: thread,
    messageId,
    content: text("Other words"),
  });
  const elsewhere = await enqueueMessage({
    actor: agent,
    conversationId: instagramThread,
    messageId,
    content: text("First words"),
  });
  expect(other).toMatchObject({ ok: false, error: { code: "conflict" } });
  expect(elsewhere).toMatchObject({ ok: false, error: { code: "conflict" } });
});

test("a viewer may not send", async () => {
  const refused = await enqueueMessage({
    actor: viewer,
    conversationId: thread,
    messageId: ulid(),
    content: text("May I?"),
  });
  expect(refused).toMatchObject({ ok: false, error: { code: "forbidden" } });
});

test.each([
  ["an empty text", "  \n ", "text_empty"],
  ["a text over 4096 characters", "a".repeat(4097), "text_too_long"],
])("%s is refused on WhatsApp", async (_what, words, code) => {
  const refused = await enqueueMessage({
    actor: agent,
    conversationId: thread,
    messageId: ulid(),
    content: text(words),
  });
  expect(refused).toMatchObject({ ok: false, error: { code } });
});

test("Instagram's limit counts bytes", async () => {
  const fits = await enqueueMessage({
    actor: agent,
    conversationId: instagramThread,
    messageId: ulid(),
    content: text("ü".repeat(500)),
  });
  const tooLong = await enqueueMessage({
    actor: agent,
    conversationId: instagramThread,
    messageId: ulid(),
    content: text("ü".repeat(501)),
  });
  expect(fits.ok).toBe(true);
  expect(tooLong).toMatchObject({ ok: false, error: { code: "text_too_long" } });
});

test("a closed window refuses free text and says when it closed", async () => {
  const conversation = (await conversations().doc(thread).get()).data();
  const windowEndsAt = conversation?.windowEndsAt ?? 0;
  const send = (now: number) =>
    enqueueMessage({ actor: agent, conversationId: thread, messageId: ulid(), content: text("Late?"), now });
  expect(windowEndsAt).toBe((conversation?.lastInboundAt ?? 0) + CUSTOMER_SERVICE_WINDOW_MS);
  expect((await send(windowEndsAt - 1)).ok).toBe(true);
  expect(await send(windowEndsAt)).toMatchObject({
    ok: false,
    error: { code: "window_closed", details: { windowEndsAt } },
  });
});

test("a paused channel still takes messages, a disconnected one does not", async () => {
  await pauseChannel(whatsappChannelId, { code: 190, subcode: 463 });
  expect((await queueText(thread, "It will wait")).status).toBe("queued");
  await resumeChannel(whatsappChannelId);
  const ref = channels().doc(whatsappChannelId);
  await ref.update({ isConnected: false });
  const refused = await enqueueMessage({
    actor: agent,
    conversationId: thread,
    messageId: ulid(),
    content: text("Nobody there"),
  });
  await ref.update({ isConnected: true });
  expect(refused).toMatchObject({ ok: false, error: { code: "channel_disconnected" } });
});

test.each(["no-such-conversation", "a/b", "", ".."])(
  "conversation %j is not found",
  async (conversationId) => {
    const refused = await enqueueMessage({
      actor: agent,
      conversationId,
      messageId: ulid(),
      content: text("Hi"),
    });
    expect(refused).toMatchObject({ ok: false, error: { code: "not_found" } });
  },
);

test("messages made in the same millisecond keep the order they were taken in", async () => {
  const { conversationId } = await customer("whatsapp");
  const now = Date.now() + 60_000;
  const taken: string[] = [];
  for (const words of ["one", "two", "three"]) {
    const queued = await enqueueMessage({
      actor: agent,
      conversationId,
      messageId: ulid(),
      content: text(words),
      now,
    });
    if (queued.ok) taken.push(queued.data.sortKey);
  }
  expect(taken).toHaveLength(3);
  expect(taken).toEqual([...new Set(taken)].sort());
});
