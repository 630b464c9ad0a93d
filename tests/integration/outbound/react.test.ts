import { expect, test } from "vitest";
import { reactToMessage } from "@/lib/inbox/outbound/react";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { useWorld } from "../support/world";
import { agent, control, customer, readMessage, useStandIn, viewer } from "./stand-in";

useWorld("react");
useStandIn();

type OnPhone = { items: { reactions: { business: string | null } }[] };
const onPhone = async (id: string) =>
  (await control<OnPhone>("GET", `customers/${id}/messages`)).items.map(
    ({ reactions }) => reactions.business,
  );
const firstOf = async (conversationId: string) =>
  (await messagesOf(conversationId).limit(1).get()).docs[0]?.id ?? "";

test.each(["whatsapp", "instagram"] as const)(
  "an emoji is put on a %s message, changed and taken back",
  async (channel) => {
    const { id, conversationId } = await customer(channel);
    const messageId = await firstOf(conversationId);
    const react = (emoji: string | null) =>
      reactToMessage({ actor: agent, conversationId, messageId, emoji });
    expect((await react("👍🏽")).ok).toBe(true);
    expect((await readMessage(conversationId, messageId)).reactions).toMatchObject([
      { from: "business", emoji: "👍🏽" },
    ]);
    expect(await onPhone(id)).toContain("👍🏽");
    expect((await react("❤️")).ok).toBe(true);
    expect((await readMessage(conversationId, messageId)).reactions).toHaveLength(1);
    expect((await react(null)).ok).toBe(true);
    expect((await readMessage(conversationId, messageId)).reactions).toEqual([]);
    expect(await onPhone(id)).toEqual([null]);
  },
);

test("what is no emoji, a closed window and a viewer are refused", async () => {
  const { conversationId } = await customer("whatsapp");
  const messageId = await firstOf(conversationId);
  const input = { actor: agent, conversationId, messageId, emoji: "👍" };
  expect(await reactToMessage({ ...input, emoji: "ok" })).toMatchObject({ error: { code: "bad_request" } });
  expect(await reactToMessage({ ...input, actor: viewer })).toMatchObject({ error: { code: "forbidden" } });
  await conversations().doc(conversationId).update({ windowEndsAt: 1 });
  expect(await reactToMessage(input)).toMatchObject({ error: { code: "window_closed" } });
});

test("a reaction that Meta refuses is not shown, and says why", async () => {
  const { conversationId } = await customer("whatsapp");
  const messageId = await firstOf(conversationId);
  await control("POST", "faults", { kind: "expired_token" });
  const refused = await reactToMessage({ actor: agent, conversationId, messageId, emoji: "👍" });
  await control("DELETE", "faults");
  expect(refused).toMatchObject({ ok: false, error: { code: "provider_rejected" } });
  expect((await readMessage(conversationId, messageId)).reactions).toEqual([]);
});
