import { beforeEach, expect, test } from "vitest";
import { checkAgain } from "@/lib/inbox/outbound/check-again";
import { retryMessage } from "@/lib/inbox/outbound/retry";
import { outbox } from "@/lib/store/outbox";
import { useWorld } from "../support/world";
import {
  agent,
  calm,
  control,
  customer,
  queueText,
  readMessage,
  sender,
  textsOnPhone,
  useStandIn,
  viewer,
} from "./stand-in";

useWorld("send-anyway");
useStandIn();

const fault = (kind: string) => control("POST", "faults", { kind });
const sendAnyway = (conversationId: string, messageId: string) =>
  retryMessage({ actor: agent, conversationId, messageId, isSendAnyway: true });

beforeEach(async () => {
  await control("DELETE", "faults");
  await control("PATCH", "delivery", { sentDelayMs: 0 });
});

test("a message that never reached Meta goes out when a person sends it anyway", async () => {
  const { id, conversationId } = await customer("whatsapp");
  await fault("drop_before_accept");
  const lost = await queueText(conversationId, "Into the void");
  await sender().kickLane(conversationId);
  const again = await sendAnyway(conversationId, lost.id);
  expect(again).toMatchObject({ ok: true, data: { status: "queued", attempt: 2 } });
  await sender().kickLane(conversationId);
  await calm();
  const sent = await readMessage(conversationId, lost.id);
  expect(sent.status).toBe("read");
  expect(sent.attempts).toMatchObject([{ attempt: 1, timeline: { unconfirmed: expect.any(Number) } }]);
  expect(await textsOnPhone(id)).toEqual(["Into the void"]);
});

test("it is not sent twice when the first attempt's status comes while the second waits", async () => {
  const { id, conversationId } = await customer("whatsapp");
  await control("PATCH", "delivery", { sentDelayMs: 60_000 });
  await fault("drop_after_accept");
  const lost = await queueText(conversationId, "Once only");
  await sender().kickLane(conversationId);
  expect((await sendAnyway(conversationId, lost.id)).ok).toBe(true);
  await calm();
  await sender().kickLane(conversationId);
  await calm();
  expect((await readMessage(conversationId, lost.id)).status).toBe("read");
  expect((await outbox().doc(lost.id).get()).exists).toBe(false);
  expect(await textsOnPhone(id)).toEqual(["Once only"]);
});

test("news of the first attempt after the second went out shows that the customer has it", async () => {
  const { id, conversationId } = await customer("whatsapp");
  await control("PATCH", "delivery", { sentDelayMs: 60_000 });
  await fault("drop_after_accept");
  const lost = await queueText(conversationId, "Twice it is");
  await sender().kickLane(conversationId);
  expect((await sendAnyway(conversationId, lost.id)).ok).toBe(true);
  await sender().kickLane(conversationId);
  await calm();
  expect((await readMessage(conversationId, lost.id)).status).toBe("read");
  expect(await textsOnPhone(id)).toEqual(["Twice it is", "Twice it is"]);
});

test("a message that is merely sent, or under way, is not sent anyway", async () => {
  const { conversationId } = await customer("whatsapp");
  const message = await queueText(conversationId, "Fine");
  expect(await sendAnyway(conversationId, message.id)).toMatchObject({
    error: { code: "message_not_retryable" },
  });
  await sender().kickLane(conversationId);
  await calm();
  expect(await sendAnyway(conversationId, message.id)).toMatchObject({
    error: { code: "message_not_retryable" },
  });
});

test("a look again shows what Meta has told by then, and changes nothing by itself", async () => {
  const { conversationId } = await customer("whatsapp");
  await fault("drop_before_accept");
  const lost = await queueText(conversationId, "Anything?");
  await sender().kickLane(conversationId);
  const look = { actor: agent, conversationId, messageId: lost.id };
  expect(await checkAgain(look)).toMatchObject({ ok: true, data: { status: "unconfirmed", attempt: 1 } });
  expect(await checkAgain({ ...look, actor: viewer })).toMatchObject({ error: { code: "forbidden" } });
});
