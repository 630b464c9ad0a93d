import { ulid } from "ulid";
import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/domain/member";
import { enqueueMessage } from "@/lib/inbox/outbound/enqueue";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { outbox } from "@/lib/store/outbox";
import {
  fromCustomer,
  instagramBody,
  instagramEcho,
  whatsappBody,
  whatsappStatus,
  whatsappText,
} from "../support/bodies";
import { deliver } from "../support/deliver";
import { instagramChannelId, useWorld, whatsappChannelId } from "../support/world";

useWorld("own-messages");

const actor: Actor = { kind: "member", id: "m1", name: "Ann", role: "agent" };
const seconds = Math.floor(Date.now() / 1000);
const onWhatsApp = `${whatsappChannelId}__wa_4915100000400`;
const onInstagram = `${instagramChannelId}__ig_7001`;

beforeAll(async () => {
  await deliver("whatsapp", whatsappBody(whatsappText("wamid.in", seconds, "hi", { waId: "4915100000400" })));
  await deliver(
    "instagram",
    instagramBody(fromCustomer("7001", seconds * 1000, { message: { mid: "in", text: "hi" } })),
  );
});

/** A message that was handed to Meta and whose answer has not come. */
async function sending(conversationId: string, text: string): Promise<string> {
  const messageId = ulid();
  const result = await enqueueMessage({ actor, conversationId, messageId, content: { kind: "text", text } });
  expect(result.ok).toBe(true);
  await outbox().doc(messageId).update({ state: "sending", dueAt: null });
  return messageId;
}

const read = async (conversationId: string, id: string) =>
  (await messagesOf(conversationId).doc(id).get()).data();
const outbound = async (conversationId: string) =>
  (await messagesOf(conversationId).where("direction", "==", "outbound").get()).docs.map((doc) => doc.data());

describe("a WhatsApp status that comes before the send's answer", () => {
  it("finds its message by our id and settles it", async () => {
    const id = await sending(onWhatsApp, "our answer");
    const more = { biz_opaque_callback_data: id, recipient_id: "4915100000400" };
    const event = await deliver(
      "whatsapp",
      whatsappBody(whatsappStatus("wamid.out1", "delivered", seconds + 2, more)),
    );
    expect(event.items[0]?.outcome).toBe("applied");
    expect(await read(onWhatsApp, id)).toMatchObject({
      status: "delivered",
      providerMessageId: "wamid.out1",
    });
    expect((await outbox().doc(id).get()).exists).toBe(false);
    await deliver("whatsapp", whatsappBody(whatsappStatus("wamid.out1", "sent", seconds + 1, more)));
    expect((await read(onWhatsApp, id))?.status).toBe("delivered");
    expect(await outbound(onWhatsApp)).toHaveLength(1);
  });

  it("says on the list that it failed, and why", async () => {
    const id = await sending(onWhatsApp, "not wanted");
    const more = {
      biz_opaque_callback_data: id,
      errors: [{ code: 131049, title: "x", error_data: { details: "healthy ecosystem" } }],
    };
    await deliver("whatsapp", whatsappBody(whatsappStatus("wamid.out2", "failed", seconds + 3, more)));
    expect(await read(onWhatsApp, id)).toMatchObject({ status: "failed", error: { code: 131049 } });
    expect((await conversations().doc(onWhatsApp).get()).data()).toMatchObject({
      hasFailed: true,
      lastMessage: { id, status: "failed" },
    });
  });

  it("with another sender's callback data waits", async () => {
    const more = { biz_opaque_callback_data: "campaign/7 of another app" };
    const event = await deliver(
      "whatsapp",
      whatsappBody(whatsappStatus("wamid.other", "sent", seconds, more)),
    );
    expect(event.items[0]?.outcome).toBe("waiting");
  });
});

describe("an Instagram echo", () => {
  it("of words on their way is that message, not a second one", async () => {
    const id = await sending(onInstagram, "size M is there");
    await deliver(
      "instagram",
      instagramBody(instagramEcho("7001", seconds * 1000 + 2000, "out1", "size M is there")),
    );
    expect(await read(onInstagram, id)).toMatchObject({ status: "sent", providerMessageId: "out1" });
    expect((await outbox().doc(id).get()).exists).toBe(false);
    expect(await outbound(onInstagram)).toHaveLength(1);
  });

  it("of the same words sent twice settles one message each", async () => {
    const first = await sending(onInstagram, "yes");
    await outbox().doc(first).update({ state: "unconfirmed", lane: null });
    const second = await sending(onInstagram, "yes");
    const echoes = ["yes1", "yes2"].map((mid, n) =>
      instagramEcho("7001", seconds * 1000 + 3000 + n, mid, "yes"),
    );
    await deliver("instagram", instagramBody(...echoes));
    const settled = [await read(onInstagram, first), await read(onInstagram, second)];
    expect(settled.map((message) => message?.providerMessageId).sort()).toEqual(["yes1", "yes2"]);
    expect(await outbound(onInstagram)).toHaveLength(3);
  });

  it("of other words was written in the app", async () => {
    await deliver(
      "instagram",
      instagramBody(instagramEcho("7001", seconds * 1000 + 5000, "app1", "typed in the app")),
    );
    const message = (await outbound(onInstagram)).find(({ text }) => text === "typed in the app");
    expect(message).toMatchObject({ author: { kind: "phone" }, status: "sent", providerMessageId: "app1" });
  });

  it("is read when the customer reads on, also when it is told late", async () => {
    await deliver(
      "instagram",
      instagramBody(fromCustomer("7001", seconds * 1000 + 9000, { read: { mid: "app1" } })),
    );
    await deliver(
      "instagram",
      instagramBody(instagramEcho("7001", seconds * 1000 + 4000, "late1", "told late")),
    );
    const statuses = (await outbound(onInstagram)).map(({ status }) => status);
    expect(statuses).toEqual(Array(5).fill("read"));
  });
});
