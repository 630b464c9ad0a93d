import { expect, test, vi } from "vitest";
import { parkText } from "@/lib/inbox/conversations/park";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { useWorld } from "../support/world";
import { agent, calm, control, customer, textsOnPhone, useStandIn, viewer } from "./stand-in";

useWorld("park");
useStandIn();

const park = (conversationId: string, text: string | null, actor = agent) =>
  parkText({ actor, conversationId, text });
const close = (conversationId: string) =>
  conversations().doc(conversationId).update({ windowEndsAt: 1, lastInboundAt: 1 });
const writes = async (id: string, text: string) => {
  await control("POST", `customers/${id}/messages`, { kind: "text", text });
  await calm();
};

test.each(["whatsapp", "instagram"] as const)(
  "a parked text goes out once on %s, when the customer writes again",
  async (channel) => {
    const { id, conversationId } = await customer(channel);
    await close(conversationId);
    expect((await park(conversationId, "  Your parcel is here ")).ok).toBe(true);
    await calm();
    expect(await textsOnPhone(id)).toEqual([]);
    await writes(id, "Hello?");
    await vi.waitFor(async () => expect(await textsOnPhone(id)).toEqual(["Your parcel is here"]));
    await writes(id, "Thanks");
    const conversation = (await conversations().doc(conversationId).get()).data();
    expect(conversation?.parked).toBeNull();
    const ours = await messagesOf(conversationId).where("direction", "==", "outbound").get();
    expect(ours.docs.map((doc) => doc.data())).toMatchObject([
      { automation: "parked", author: { kind: "member", id: agent.id }, text: "Your parcel is here" },
    ]);
  },
);

test("a parked text can be changed and given up", async () => {
  const { id, conversationId } = await customer("whatsapp");
  await close(conversationId);
  await park(conversationId, "First");
  expect(await park(conversationId, "Second")).toMatchObject({ data: { parked: { text: "Second" } } });
  expect(await park(conversationId, null)).toMatchObject({ data: { parked: null } });
  await writes(id, "Hello?");
  expect(await textsOnPhone(id)).toEqual([]);
});

test("what could go out now, is empty or too long, and a viewer's, is not parked", async () => {
  const { conversationId } = await customer("whatsapp");
  expect(await park(conversationId, "Now")).toMatchObject({ error: { code: "conflict" } });
  await close(conversationId);
  expect(await park(conversationId, " ")).toMatchObject({ error: { code: "text_empty" } });
  expect(await park(conversationId, "x".repeat(4097))).toMatchObject({ error: { code: "text_too_long" } });
  expect(await park(conversationId, "Hi", viewer)).toMatchObject({ error: { code: "forbidden" } });
});
