import { ulid } from "ulid";
import { describe, expect, test, vi } from "vitest";
import { enqueueMessage } from "@/lib/inbox/outbound/enqueue";
import { enqueueTemplateTo } from "@/lib/inbox/outbound/enqueue-template";
import { retryMessage } from "@/lib/inbox/outbound/retry";
import { contacts } from "@/lib/store/contacts";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { outbox } from "@/lib/store/outbox";
import { whatsappBody, whatsappChange, whatsappStatus } from "../support/bodies";
import { deliver } from "../support/deliver";
import { useWorld, whatsappChannelId } from "../support/world";
import { agent, calm, control, customer, queueText, textsOnPhone, useStandIn } from "./stand-in";

useWorld("opt-out");
useStandIn();

const offer = { name: "hello_again", language: "en_US", components: [] };
const writes = async (id: string, text: string, afterMs = 0) => {
  await control("POST", `customers/${id}/messages`, { kind: "text", text, at: Date.now() + afterMs });
  await calm();
};
const contactOf = async (conversationId: string) => {
  const contactId = (await conversations().doc(conversationId).get()).data()?.contactId ?? "";
  const contact = (await contacts().doc(contactId).get()).data();
  if (!contact) throw new Error("There is no contact");
  return contact;
};
const linesOf = async (conversationId: string) =>
  (await messagesOf(conversationId).orderBy("sortKey").get()).docs
    .map((doc) => doc.data())
    .flatMap(({ content }) => (content.kind === "system" ? [content.event] : []));

describe("a customer who writes STOP", () => {
  test("is noted, told so once in their language, and shown so in the thread; START undoes it", async () => {
    const { id, conversationId } = await customer("whatsapp");
    await writes(id, "Sair!");
    await vi.waitFor(async () => expect(await textsOnPhone(id)).toHaveLength(1));
    expect((await textsOnPhone(id))[0]).toContain("promocionais");
    expect((await contactOf(conversationId)).marketingOptOut).toMatchObject({ isOptedOut: true });
    expect(await linesOf(conversationId)).toEqual(["marketing_stopped"]);
    await writes(id, "STOP", 2_000);
    expect(await linesOf(conversationId)).toEqual(["marketing_stopped"]);
    expect(await textsOnPhone(id)).toHaveLength(1);
    await writes(id, "start", 4_000);
    await vi.waitFor(async () => expect(await textsOnPhone(id)).toHaveLength(2));
    expect((await contactOf(conversationId)).marketingOptOut).toMatchObject({ isOptedOut: false });
    expect(await linesOf(conversationId)).toEqual(["marketing_stopped", "marketing_resumed"]);
    const ours = (await messagesOf(conversationId).where("direction", "==", "outbound").get()).docs;
    expect(ours.map((doc) => doc.data().automation)).toEqual([
      "opt_out_confirmation",
      "opt_out_confirmation",
    ]);
  });

  test("in a sentence, or on Instagram, is answered by people", async () => {
    const { id, conversationId } = await customer("whatsapp");
    await writes(id, "Please stop by tomorrow");
    expect((await contactOf(conversationId)).marketingOptOut).toBeNull();
    const onInstagram = await customer("instagram");
    await writes(onInstagram.id, "Stop");
    expect((await contactOf(onInstagram.conversationId)).marketingOptOut).toBeNull();
    expect(await textsOnPhone(onInstagram.id)).toEqual([]);
  });
});

describe("a marketing template", () => {
  const send = (conversationId: string) =>
    enqueueMessage({
      actor: agent,
      conversationId,
      messageId: ulid(),
      content: { kind: "template", ...offer },
    });
  const prefers = (waId: string, value: string, at: number) =>
    deliver(
      "whatsapp",
      whatsappBody(
        whatsappChange(
          {
            user_preferences: [
              { wa_id: waId, category: "marketing_messages", value, detail: "x", timestamp: at },
            ],
          },
          "user_preferences",
        ),
      ),
    );

  test("is refused for somebody who wants none, in a thread and by number, until they want them again", async () => {
    const { conversationId } = await customer("whatsapp");
    const { phone } = await contactOf(conversationId);
    const seconds = Math.floor(Date.now() / 1000);
    await prefers(phone ?? "", "stop", seconds + 10);
    expect(await send(conversationId)).toMatchObject({ error: { code: "recipient_opted_out" } });
    const to = { phone: phone ?? "" };
    const started = await enqueueTemplateTo({
      actor: agent,
      channelId: whatsappChannelId,
      to,
      template: offer,
      messageId: ulid(),
    });
    expect(started).toMatchObject({ error: { code: "recipient_opted_out" } });
    await prefers(phone ?? "", "resume", seconds + 5);
    expect(await send(conversationId)).toMatchObject({ error: { code: "recipient_opted_out" } });
    await prefers(phone ?? "", "resume", seconds + 20);
    expect(await send(conversationId)).not.toMatchObject({ error: { code: "recipient_opted_out" } });
  });
});

describe("error 131050", () => {
  test("in a status means that the customer wants no marketing, and that trying again is no use", async () => {
    const { conversationId } = await customer("whatsapp");
    const message = await queueText(conversationId, "Hello");
    await outbox().doc(message.id).update({ state: "sending", dueAt: null });
    const failed = whatsappStatus("wamid.unwanted", "failed", Math.floor(Date.now() / 1000), {
      biz_opaque_callback_data: message.id,
      errors: [{ code: 131050, title: "User has stopped marketing" }],
    });
    await deliver("whatsapp", whatsappBody(failed));
    expect((await contactOf(conversationId)).marketingOptOut).toMatchObject({ isOptedOut: true });
    const again = await retryMessage({ actor: agent, conversationId, messageId: message.id });
    expect(again).toMatchObject({ error: { code: "recipient_opted_out" } });
  });
});
