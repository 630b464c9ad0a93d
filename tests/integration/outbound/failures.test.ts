import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { beforeEach, expect, test } from "vitest";
import type { Actor } from "@/lib/domain/member";
import { checkChannel, checkPausedChannels } from "@/lib/inbox/outbound/check-channels";
import { channels } from "@/lib/store/channels";
import { conversations } from "@/lib/store/conversations";
import { outbox } from "@/lib/store/outbox";
import { useWorld, whatsappChannelId } from "../support/world";
import {
  agent,
  clock,
  control,
  customer,
  queueText,
  readMessage,
  sender,
  setEnv,
  textsOnPhone,
  useStandIn,
} from "./stand-in";

useWorld("failures");
useStandIn();

const admin: Actor = { kind: "member", id: "admin-1", name: "Root", role: "admin" };
const rowOf = async (id: string) => (await outbox().doc(id).get()).data();
const fault = (kind: string, more: object = {}) => control("POST", "faults", { kind, ...more });

beforeEach(async () => {
  clock.aheadMs = 0;
  await control("DELETE", "faults");
});

test("an error that passes is tried again, later each time, until it passes", async () => {
  const { id, conversationId } = await customer("whatsapp");
  await fault("error", { code: 131016, remaining: 3 });
  const message = await queueText(conversationId, "Patience");
  const one = sender();
  const waits: number[] = [];
  for (let turn = 1; turn <= 3; turn += 1) {
    await one.sweep(clock.now());
    const row = await rowOf(message.id);
    expect(row).toMatchObject({ state: "queued", tries: turn, lane: conversationId });
    waits.push((row?.dueAt ?? 0) - clock.now());
    await one.sweep(clock.now());
    expect((await rowOf(message.id))?.tries).toBe(turn);
    clock.aheadMs += (waits.at(-1) ?? 0) + 50;
  }
  expect(waits).toEqual([...waits].sort((a, b) => a - b));
  expect((await readMessage(conversationId, message.id)).status).toBe("queued");
  await one.sweep(clock.now());
  expect(await textsOnPhone(id)).toEqual(["Patience"]);
});

test("an error that passes fails the message once the tries are used up", async () => {
  const { conversationId } = await customer("whatsapp");
  await fault("error", { code: 131000, remaining: null });
  const message = await queueText(conversationId, "Too often");
  const one = sender();
  for (let turn = 0; turn < 4; turn += 1) {
    await one.sweep(clock.now());
    clock.aheadMs += 10 * 60_000;
  }
  const failed = await readMessage(conversationId, message.id);
  expect(failed).toMatchObject({ status: "failed", error: { code: 131000, reason: "meta_error" } });
});

test("a refusal fails its message, marks the conversation, and lets the next one go on", async () => {
  const { id, conversationId } = await customer("whatsapp");
  await fault("error", { code: 131026, details: "Message undeliverable" });
  const first = await queueText(conversationId, "Refused");
  await queueText(conversationId, "Taken");
  await sender().kickLane(conversationId);
  const failed = await readMessage(conversationId, first.id);
  expect(failed).toMatchObject({ status: "failed", error: { code: 131026, isRetryable: false } });
  expect(failed.timeline.failed).toBeDefined();
  expect((await conversations().doc(conversationId).get()).data()?.hasFailed).toBe(true);
  expect(await textsOnPhone(id)).toEqual(["Taken"]);
  expect(await rowOf(first.id)).toBeUndefined();
});

test("a message behind one that waits waits too", async () => {
  const { id, conversationId } = await customer("whatsapp");
  await fault("rate_limit", { code: 131056 });
  const first = await queueText(conversationId, "One");
  const second = await queueText(conversationId, "Two");
  const one = sender();
  await one.sweep(clock.now());
  const dueAt = (await rowOf(first.id))?.dueAt ?? 0;
  expect(dueAt).toBeGreaterThanOrEqual(clock.now() + 5_000);
  expect((await rowOf(second.id))?.dueAt).toBe(dueAt);
  expect(await textsOnPhone(id)).toEqual([]);
  clock.aheadMs = dueAt - clock.now() + 50;
  await one.sweep(clock.now());
  expect(await textsOnPhone(id)).toEqual(["One", "Two"]);
});

test("a refused token pauses the channel, burns no message, and a good token drains the queue", async () => {
  const people = [await customer("whatsapp"), await customer("whatsapp")];
  await fault("expired_token", { endpoint: "any", remaining: null });
  const queued = [];
  for (const { conversationId } of people) {
    queued.push(await queueText(conversationId, "A"), await queueText(conversationId, "B"));
  }
  const one = sender();
  await one.sweep(clock.now());
  await one.sweep(clock.now());
  const paused = (await channels().doc(whatsappChannelId).get()).data();
  expect(paused?.pause).toMatchObject({
    code: 190,
    subcode: 463,
    tokenHint: expect.stringMatching(/^[0-9a-f]{8}$/),
  });
  for (const message of queued) {
    expect(await readMessage(message.conversationId, message.id)).toMatchObject({
      status: "queued",
      error: null,
    });
    expect(await rowOf(message.id)).toMatchObject({ state: "queued", tries: 0 });
  }
  expect(await checkPausedChannels(clock.now())).toEqual({ checked: 1, resumed: 0 });
  expect(await checkChannel({ actor: agent, channelId: whatsappChannelId })).toMatchObject({
    error: { code: "forbidden" },
  });
  expect(await checkChannel({ actor: admin, channelId: whatsappChannelId })).toMatchObject({
    error: { code: "channel_paused" },
  });
  await control("DELETE", "faults");
  expect(await checkChannel({ actor: admin, channelId: whatsappChannelId })).toMatchObject({
    ok: true,
    data: { pause: null },
  });
  await one.sweep(clock.now());
  for (const { id } of people) expect(await textsOnPhone(id)).toEqual(["A", "B"]);
});

test("while Meta cannot be reached messages wait, however long", async () => {
  const { id, conversationId } = await customer("whatsapp");
  const address = process.env.META_GRAPH_BASE_URL ?? "";
  setEnv({ META_GRAPH_BASE_URL: await closedAddress() });
  const message = await queueText(conversationId, "Still here");
  const one = sender();
  for (let turn = 1; turn <= 12; turn += 1) {
    await one.sweep(clock.now());
    clock.aheadMs += 11 * 60_000;
  }
  expect(await rowOf(message.id)).toMatchObject({ state: "queued", tries: 12 });
  expect((await readMessage(conversationId, message.id)).status).toBe("queued");
  setEnv({ META_GRAPH_BASE_URL: address });
  await one.sweep(clock.now());
  expect(await textsOnPhone(id)).toEqual(["Still here"]);
});

/** An address where nobody listens any more. */
async function closedAddress(): Promise<string> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${port}`;
}
