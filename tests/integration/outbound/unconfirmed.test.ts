import { beforeEach, expect, test } from "vitest";
import { claimRow, LEASE_MS } from "@/lib/inbox/outbound/claim";
import { retryMessage } from "@/lib/inbox/outbound/retry";
import { messagesOf } from "@/lib/store/messages";
import { headOfLane, outbox } from "@/lib/store/outbox";
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

useWorld("unconfirmed");
useStandIn();

const rowOf = async (id: string) => (await outbox().doc(id).get()).data();
const fault = (kind: string, more: object = {}) => control("POST", "faults", { kind, ...more });
const outboundOf = async (conversationId: string) =>
  (await messagesOf(conversationId).where("direction", "==", "outbound").get()).docs.map((doc) => doc.data());

beforeEach(async () => {
  clock.aheadMs = 0;
  await control("DELETE", "faults");
  await control("PATCH", "delivery", { sentDelayMs: 0, isStatusBeforeAnswer: false });
});

test("a send whose answer is lost is unconfirmed, lets the next go on, and is settled by its status", async () => {
  const { id, conversationId } = await customer("whatsapp");
  await control("PATCH", "delivery", { sentDelayMs: 60_000 });
  await fault("drop_after_accept");
  const lost = await queueText(conversationId, "Did it arrive?");
  const next = await queueText(conversationId, "And this?");
  const one = sender();
  await one.kickLane(conversationId);
  expect(await readMessage(conversationId, lost.id)).toMatchObject({
    status: "unconfirmed",
    providerMessageId: null,
  });
  expect(await rowOf(lost.id)).toMatchObject({ state: "unconfirmed", lane: null, dueAt: null });
  expect((await readMessage(conversationId, next.id)).status).toBe("sent");
  clock.aheadMs = 24 * 60 * 60_000;
  await one.sweep(clock.now());
  await calm();
  expect(await readMessage(conversationId, lost.id)).toMatchObject({
    status: "read",
    providerMessageId: expect.stringMatching(/^wamid/),
  });
  expect(await rowOf(lost.id)).toBeUndefined();
  expect(await textsOnPhone(id)).toEqual(["Did it arrive?", "And this?"]);
});

test("a send that never reached Meta and never answered is not sent again", async () => {
  const { id, conversationId } = await customer("whatsapp");
  await fault("drop_before_accept");
  const lost = await queueText(conversationId, "Into the void");
  const one = sender();
  for (let turn = 0; turn < 3; turn += 1) {
    await one.sweep(clock.now());
    clock.aheadMs += 60 * 60_000;
  }
  expect((await readMessage(conversationId, lost.id)).status).toBe("unconfirmed");
  expect(await textsOnPhone(id)).toEqual([]);
  const retried = await retryMessage({ actor: agent, conversationId, messageId: lost.id });
  expect(retried).toMatchObject({ ok: false, error: { code: "message_not_retryable" } });
});

test("a status that comes before the send's own answer is neither lost nor a second message", async () => {
  const { conversationId } = await customer("whatsapp");
  await control("PATCH", "delivery", { isStatusBeforeAnswer: true });
  await fault("slow", { ms: 300 });
  const message = await queueText(conversationId, "Race");
  await sender().kickLane(conversationId);
  await calm();
  const sent = await readMessage(conversationId, message.id);
  expect(sent.status).toBe("read");
  expect(sent.timeline.accepted).toBeDefined();
  expect(await rowOf(message.id)).toBeUndefined();
  expect(await outboundOf(conversationId)).toHaveLength(1);
});

test("an Instagram echo that comes before the send's own answer is the same message", async () => {
  const { id, conversationId } = await customer("instagram");
  await control("PATCH", "delivery", { isStatusBeforeAnswer: true });
  await fault("slow", { ms: 300 });
  const message = await queueText(conversationId, "Echo first");
  await sender().kickLane(conversationId);
  await calm();
  const outbound = await outboundOf(conversationId);
  expect(outbound.map((one) => one.id)).toEqual([message.id]);
  expect(outbound[0]).toMatchObject({ author: { kind: "member" }, providerMessageId: expect.any(String) });
  expect(await textsOnPhone(id)).toEqual(["Echo first"]);
});

test("an Instagram echo settles a send whose answer is lost", async () => {
  const { id, conversationId } = await customer("instagram");
  await fault("drop_after_accept");
  const message = await queueText(conversationId, "Lost answer");
  await sender().kickLane(conversationId);
  await calm();
  const outbound = await outboundOf(conversationId);
  expect(outbound.map((one) => one.id)).toEqual([message.id]);
  expect(["sent", "read"]).toContain(outbound[0]?.status);
  expect(await textsOnPhone(id)).toEqual(["Lost answer"]);
});

test("the same words from the shop's phone at that moment are a message of their own", async () => {
  const { id, conversationId } = await customer("instagram");
  await fault("slow", { ms: 300 });
  const message = await queueText(conversationId, "Yes");
  const sending = sender().kickLane(conversationId);
  await control("POST", `customers/${id}/messages`, { kind: "business_phone", text: "Yes" });
  await sending;
  await calm();
  const outbound = await outboundOf(conversationId);
  expect(outbound).toHaveLength(2);
  expect(outbound.map((one) => one.author.kind).sort()).toEqual(["member", "phone"]);
  expect(outbound.find((one) => one.id === message.id)?.author.kind).toBe("member");
  expect(new Set(outbound.map((one) => one.providerMessageId)).size).toBe(2);
});

test("a process that died between claim and answer leaves its message unconfirmed, never sent again", async () => {
  const { id, conversationId } = await customer("whatsapp");
  const message = await queueText(conversationId, "Died with it");
  const after = await queueText(conversationId, "Goes on");
  const [head] = (await headOfLane(conversationId).get()).docs;
  const claimed = head && (await claimRow(head.data(), "dead:1", clock.now()));
  expect(claimed).toMatchObject({ kind: "claimed", claim: { row: { id: message.id } } });
  const one = sender();
  await one.sweep(clock.now());
  expect((await readMessage(conversationId, message.id)).status).toBe("sending");
  expect((await readMessage(conversationId, after.id)).status).toBe("queued");
  clock.aheadMs = LEASE_MS + 1_000;
  await one.sweep(clock.now());
  expect((await readMessage(conversationId, message.id)).status).toBe("unconfirmed");
  expect(await textsOnPhone(id)).toEqual(["Goes on"]);
});
