import { ulid } from "ulid";
import { expect, test } from "vitest";
import { claimRow } from "@/lib/inbox/outbound/claim";
import { enqueueMessage } from "@/lib/inbox/outbound/enqueue";
import { enqueueTemplateTo } from "@/lib/inbox/outbound/enqueue-template";
import { learnRecipient } from "@/lib/inbox/outbound/learn-recipient";
import { settleSend } from "@/lib/inbox/outbound/settle";
import { contacts } from "@/lib/store/contacts";
import { conversations } from "@/lib/store/conversations";
import { outbox } from "@/lib/store/outbox";
import { whatsappChannelId as channelId, instagramChannelId, useWorld } from "../support/world";
import { agent, calm, control, customer, readMessage, sender, useStandIn, viewer } from "./stand-in";

useWorld("template");
useStandIn();

const confirmation = (...words: string[]) => ({
  name: "order_confirmation",
  language: "en_US",
  components: [{ type: "body", parameters: words.map((text) => ({ type: "text", text })) }],
});
const start = (
  to: { phone?: string; bsuid?: string },
  template = confirmation("Ana", "A-7"),
  messageId = ulid(),
) => enqueueTemplateTo({ actor: agent, channelId, to, template, messageId });

test("a template reaches a person who never wrote, and their answer lands in the same conversation", async () => {
  const made = await control<{ id: string }>("POST", "customers", {
    channel: "whatsapp",
    phone: "+15550199001",
    name: "Ana",
  });
  const queued = await start({ phone: "+1 (555) 019-9001" });
  if (!queued.ok) throw new Error(queued.error.code);
  expect(queued.data).toMatchObject({
    kind: "template",
    status: "queued",
    text: expect.stringContaining("Hi Ana"),
  });
  await sender().kickLane(queued.data.conversationId);
  await calm();
  await control("POST", `customers/${made.id}/messages`, {
    kind: "text",
    text: "Thanks",
    at: Date.now() + 2_000,
  });
  await calm();
  const conversation = (await conversations().doc(queued.data.conversationId).get()).data();
  expect((await readMessage(queued.data.conversationId, queued.data.id)).status).not.toBe("failed");
  expect(conversation?.lastMessage).toMatchObject({ text: "Thanks", direction: "inbound" });
  expect((await contacts().get()).docs.filter((doc) => doc.data().phone === "15550199001")).toHaveLength(1);
});

test("the same request again is the same message", async () => {
  const messageId = ulid();
  const first = await start({ phone: "15550199002" }, confirmation("Bo", "A-8"), messageId);
  const again = await start({ phone: "15550199002" }, confirmation("Bo", "A-8"), messageId);
  const other = await start({ phone: "15550199002" }, confirmation("Bo", "A-9"), messageId);
  expect(first.ok && again.ok && first.data.id === again.data.id).toBe(true);
  expect(other).toMatchObject({ ok: false, error: { code: "conflict" } });
});

test.each([
  [{ phone: "not a number" }, "bad_request"],
  [{ phone: "12" }, "bad_request"],
  [{ phone: "+0 555 019 9003" }, "bad_request"],
  [{ bsuid: "13491208655302741918" }, "bad_request"],
  [{}, "bad_request"],
])("recipient %j is refused", async (to, code) => {
  expect(await start(to)).toMatchObject({ ok: false, error: { code } });
});

test("what Meta would refuse is refused here", async () => {
  const to = { phone: "15550199004" };
  const unknown = { ...confirmation("a", "b"), name: "no_such_template" };
  expect(await start(to, unknown)).toMatchObject({ error: { code: "template_not_found" } });
  expect(await start(to, { ...confirmation("a", "b"), language: "xx" })).toMatchObject({
    error: { code: "template_not_found" },
  });
  expect(await start(to, confirmation("only one"))).toMatchObject({
    error: { code: "template_parameters_mismatch", details: { wanted: 2, given: 1 } },
  });
  const onInstagram = { actor: agent, channelId: instagramChannelId, to, template: confirmation("a", "b") };
  expect(await enqueueTemplateTo({ ...onInstagram, messageId: ulid() })).toMatchObject({
    error: { code: "bad_request" },
  });
  const byViewer = { actor: viewer, channelId, to, template: confirmation("a", "b"), messageId: ulid() };
  expect(await enqueueTemplateTo(byViewer)).toMatchObject({ error: { code: "forbidden" } });
});

test("a template goes into a conversation whose window is closed", async () => {
  const { conversationId } = await customer("whatsapp");
  const queued = await enqueueMessage({
    actor: agent,
    conversationId,
    messageId: ulid(),
    content: { kind: "template", ...confirmation("Eve", "A-10") },
    now: Date.now() + 48 * 60 * 60_000,
  });
  expect(queued).toMatchObject({ ok: true, data: { kind: "template" } });
});

test("an answer from the number's other form lands in the same conversation", async () => {
  const queued = await start({ phone: "+55 11 98765-4321" });
  if (!queued.ok) throw new Error(queued.error.code);
  const { conversationId } = queued.data;
  const row = (await outbox().doc(queued.data.id).get()).data();
  const answer = row && (await claimRow(row, "one:1", Date.now()));
  if (answer?.kind !== "claimed") throw new Error("not claimed");
  const sent = { providerMessageId: `wamid.${ulid()}`, contactIds: { waId: "551187654321", bsuid: null } };
  await settleSend(answer.claim, { ok: true, data: sent }, Date.now(), 0);
  await learnRecipient(answer.claim, sent, Date.now());
  const made = await control<{ id: string }>("POST", "customers", {
    channel: "whatsapp",
    phone: "+551187654321",
  });
  await control("POST", `customers/${made.id}/messages`, {
    kind: "text",
    text: "Oi",
    at: Date.now() + 2_000,
  });
  await calm();
  expect((await conversations().doc(conversationId).get()).data()?.lastMessage?.text).toBe("Oi");
});

test("a language written as webhooks write it is refused with the right way", async () => {
  const template = { ...confirmation("a", "b"), language: "en-US" };
  expect(await start({ phone: "15550199005" }, template)).toMatchObject({
    error: { code: "template_not_found", details: { language: "en_US" } },
  });
});
