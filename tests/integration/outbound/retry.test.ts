import { beforeEach, expect, test } from "vitest";
import { retryMessage } from "@/lib/inbox/outbound/retry";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { deliver } from "../support/deliver";
import { ids, useWorld } from "../support/world";
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
  viewer,
} from "./stand-in";

useWorld("retry");
useStandIn();

beforeEach(async () => {
  clock.aheadMs = 0;
  await control("DELETE", "faults");
});

const failed = async (kind: string, more: object = {}) => {
  const { id, conversationId } = await customer("whatsapp");
  await control("POST", "faults", { kind, ...more });
  const message = await queueText(conversationId, "Once more");
  await sender().kickLane(conversationId);
  await calm();
  return { id, conversationId, messageId: message.id };
};

/** A status webhook as Meta sends it. */
const status = (providerMessageId: string, step: string, more: object = {}) =>
  deliver("whatsapp", {
    object: "whatsapp_business_account",
    entry: [
      {
        id: ids.wabaId,
        changes: [
          {
            field: "messages",
            value: {
              messaging_product: "whatsapp",
              metadata: { display_phone_number: ids.displayPhone, phone_number_id: ids.phoneNumberId },
              statuses: [
                {
                  id: providerMessageId,
                  status: step,
                  timestamp: String(Math.floor(Date.now() / 1000)),
                  recipient_id: "15550100000",
                  ...more,
                },
              ],
            },
          },
        ],
      },
    ],
  });

test("a failed message is sent again as its second attempt, in its place, once", async () => {
  const { id, conversationId, messageId } = await failed("error", { code: 131053 });
  const before = await readMessage(conversationId, messageId);
  const again = await retryMessage({ actor: agent, conversationId, messageId });
  const twice = await retryMessage({ actor: agent, conversationId, messageId });
  expect(before.status).toBe("failed");
  expect(again).toMatchObject({ ok: true, data: { attempt: 2, status: "queued", error: null } });
  expect(twice).toMatchObject({ ok: false, error: { code: "message_not_retryable" } });
  await sender().kickLane(conversationId);
  await calm();
  const after = await readMessage(conversationId, messageId);
  expect(after).toMatchObject({ attempt: 2, status: "read", error: null, sortKey: before.sortKey });
  expect((await messagesOf(conversationId).where("direction", "==", "outbound").get()).size).toBe(1);
  expect((await conversations().doc(conversationId).get()).data()?.hasFailed).toBe(false);
  expect(await textsOnPhone(id)).toEqual(["Once more"]);
});

test("what Meta still says about the first attempt does not undo the second", async () => {
  const { conversationId, messageId } = await failed("failed_status", { code: 131026 });
  const first = await readMessage(conversationId, messageId);
  expect(first).toMatchObject({ status: "failed", providerMessageId: expect.any(String) });
  await retryMessage({ actor: agent, conversationId, messageId });
  const errors = [{ code: 131026, title: "Message undeliverable" }];
  await status(first.providerMessageId ?? "", "failed", { errors, biz_opaque_callback_data: messageId });
  await status(first.providerMessageId ?? "", "sent", { biz_opaque_callback_data: messageId });
  expect(await readMessage(conversationId, messageId)).toMatchObject({ status: "queued", attempt: 2 });
  await sender().kickLane(conversationId);
  await calm();
  expect(await readMessage(conversationId, messageId)).toMatchObject({ status: "read", attempt: 2 });
});

test("a first attempt that arrives after all counts, and the second is not sent", async () => {
  const { id, conversationId, messageId } = await failed("failed_status", { code: 131026 });
  const first = await readMessage(conversationId, messageId);
  await retryMessage({ actor: agent, conversationId, messageId });
  await status(first.providerMessageId ?? "", "delivered", { biz_opaque_callback_data: messageId });
  const before = await textsOnPhone(id);
  await sender().kickLane(conversationId);
  expect((await readMessage(conversationId, messageId)).status).toBe("delivered");
  expect(await textsOnPhone(id)).toEqual(before);
});

test("permission and window are looked at again", async () => {
  const { conversationId, messageId } = await failed("error", { code: 131026 });
  const windowEndsAt = (await conversations().doc(conversationId).get()).data()?.windowEndsAt ?? 0;
  const retry = (actor: typeof agent, now: number) => retryMessage({ actor, conversationId, messageId, now });
  expect(await retry(viewer, Date.now())).toMatchObject({ error: { code: "forbidden" } });
  expect(await retry(agent, windowEndsAt)).toMatchObject({ error: { code: "window_closed" } });
  expect(await retry(agent, windowEndsAt - 1)).toMatchObject({ ok: true });
});
