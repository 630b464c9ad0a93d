import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { type WebhookPayload, webhookPayloads } from "@/lib/domain/api/webhook-payload";
import { assignConversation } from "@/lib/inbox/conversations/assign";
import { createMember } from "@/lib/inbox/members/create-member";
import { systemActor } from "@/lib/inbox/members/system-actor";
import { markConversationRead } from "@/lib/inbox/outbound/mark-read";
import { createCollector } from "@/lib/inbox/webhooks/collect";
import { dispatchWebhooks } from "@/lib/inbox/webhooks/dispatch";
import { forgetContactInWebhooks } from "@/lib/inbox/webhooks/forget-contact";
import { forgetSubscriptions } from "@/lib/inbox/webhooks/known-subscriptions";
import { messagesOf } from "@/lib/store/messages";
import { webhookConversationStates } from "@/lib/store/webhook-conversation-states";
import { activeSubscriptions } from "@/lib/store/webhook-subscriptions";
import { got } from "../auth/support/people";
import {
  fromCustomer,
  instagramBody,
  whatsappBody,
  whatsappEcho,
  whatsappReaction,
  whatsappStatus,
  whatsappText,
} from "../support/bodies";
import { deliver } from "../support/deliver";
import { instagramChannelId, whatsappChannelId } from "../support/world";
import { admin, deliveries, seconds, subscribe, unsubscribeAll, useReceiver, worker } from "./receiver";

const receiver = useReceiver("webhook-events");
const { run, collect } = worker();

let people = 0;
const somebody = () => {
  people += 1;
  return { waId: `49151000${1000 + people}`, name: `Customer ${people}` };
};
const threadOf = ({ waId }: { waId: string }) => `${whatsappChannelId}__wa_${waId}`;
const write = (id: string, person: { waId: string; name: string }, text = "Hello") =>
  deliver("whatsapp", whatsappBody(whatsappText(id, seconds(), text, person)));

afterEach(async () => {
  receiver.reset();
  await unsubscribeAll();
});

describe("an outgoing webhook", () => {
  it("tells that a customer wrote, and that a conversation began, once", async () => {
    await subscribe(receiver.url());
    const person = somebody();
    await write("wamid.first", person, "Is it still there?");
    await run();
    await worker().run();
    expect(receiver.types().sort()).toEqual(["conversation.created", "message.received"]);
    const told = receiver.received.map(({ json }) => json);
    for (const payload of told) expect(webhookPayloads[payload.type].schema.parse(payload)).toBeTruthy();
    expect(told.find(({ type }) => type === "message.received")).toMatchObject({
      id: expect.stringMatching(/^evt_[0-9a-f]{32}$/),
      apiVersion: "v1",
      data: {
        message: { text: "Is it still there?", direction: "inbound", conversationId: threadOf(person) },
        conversation: { contact: { name: person.name, phone: person.waId } },
      },
    });
  });

  it("tells each step of what was sent, once, whatever order they come in", async () => {
    const person = somebody();
    await write("wamid.before-echo", person);
    await subscribe(receiver.url(), { events: ["message.sent", "message.status"] });
    const at = seconds();
    await deliver("whatsapp", whatsappBody(whatsappEcho("wamid.echo", at, "Yes", person.waId)));
    await run();
    await deliver("whatsapp", whatsappBody(whatsappStatus("wamid.echo", "read", at + 2)));
    await run();
    await deliver("whatsapp", whatsappBody(whatsappStatus("wamid.echo", "delivered", at + 1)));
    await deliver("whatsapp", whatsappBody(whatsappStatus("wamid.echo", "read", at + 3)));
    await run();
    expect(receiver.types()).toEqual(["message.sent", "message.status", "message.status"]);
    expect(receiver.received.map(({ json }) => (json.data as { status?: string }).status)).toEqual([
      undefined,
      "read",
      "delivered",
    ]);
  });

  it("tells reactions, given and taken back", async () => {
    const person = somebody();
    await write("wamid.liked", person);
    await subscribe(receiver.url(), { events: ["message.updated"] });
    const at = seconds();
    await deliver("whatsapp", whatsappBody(whatsappReaction("wamid.r1", at, "wamid.liked", "👍", person)));
    await run();
    await deliver("whatsapp", whatsappBody(whatsappReaction("wamid.r2", at + 5, "wamid.liked", "", person)));
    await run();
    expect(receiver.received.map(({ json }) => json)).toMatchObject([
      { type: "message.updated", data: { change: "reaction", message: { reactions: [{ emoji: "👍" }] } } },
      { type: "message.updated", data: { change: "reaction", message: { reactions: [] } } },
    ]);
  });

  it("tells another assignee and another read mark, and no more when nothing of it changed", async () => {
    const person = somebody();
    await subscribe(receiver.url(), { events: ["conversation.updated"] });
    await write("wamid.assign", person);
    await run();
    expect(receiver.received).toEqual([]);
    const member = got(
      await createMember(systemActor, { email: `w${people}@example.com`, name: "Wim", role: "agent" }),
    );
    const conversationId = threadOf(person);
    got(await assignConversation({ actor: admin, conversationId, assigneeId: member.id }));
    await run();
    got(await markConversationRead({ actor: admin, conversationId }));
    await run();
    await write("wamid.again", person);
    await run();
    await write("wamid.once-more", person);
    await run();
    const told = receiver.received.map(
      ({ json }) => (json.data as Extract<WebhookPayload["data"], { conversation: unknown }>).conversation,
    );
    expect(told).toMatchObject([
      { assigneeId: member.id, unreadCount: 1 },
      { assigneeId: member.id, unreadCount: 0 },
      { assigneeId: member.id, unreadCount: 1 },
    ]);
  });

  it("that is bound to a channel hears of that one alone", async () => {
    await subscribe(receiver.url("/whatsapp"), {
      channelIds: [whatsappChannelId],
      events: ["message.received"],
    });
    await subscribe(receiver.url("/instagram"), {
      channelIds: [instagramChannelId],
      events: ["message.received"],
    });
    await write("wamid.bound", somebody());
    const direct = fromCustomer("900100", Date.now(), { message: { mid: "mid.bound", text: "Hi" } });
    await deliver("instagram", instagramBody(direct));
    await run();
    const told = receiver.received.map(({ path, json }) => [
      path,
      (json.data as { message: { channel: string } }).message.channel,
    ]);
    expect(told.sort()).toEqual([
      ["/instagram", "instagram"],
      ["/whatsapp", "whatsapp"],
    ]);
  });

  it("hears of nothing from before it was made", async () => {
    const person = somebody();
    await write("wamid.old", person);
    await subscribe(receiver.url(), { events: ["message.received", "conversation.created"] });
    await deliver(
      "whatsapp",
      whatsappBody(whatsappReaction("wamid.r3", seconds(), "wamid.old", "👍", person)),
    );
    await run();
    expect(receiver.received).toEqual([]);
  });

  it("is heard of by a process that knew only others, from its first event on", async () => {
    await subscribe(receiver.url("/known"), { events: ["message.received"] });
    const known = await activeSubscriptions();
    const collector = createCollector();
    await subscribe(receiver.url("/new"), { events: ["message.received"] });
    await write("wamid.heard-by-both", somebody());
    await collector.collect(known, Date.now());
    expect(await deliveries()).toHaveLength(2);
  });

  it("keeps no word of anybody, and tells what is true when it is sent", async () => {
    await subscribe(receiver.url(), { events: ["message.received"] });
    const person = somebody();
    await write("wamid.secret", person, "My address is Elm Street 1");
    await collect();
    expect(JSON.stringify(await deliveries())).not.toMatch(/Elm Street|Customer/);
    const [row] = await deliveries();
    await messagesOf(threadOf(person))
      .doc(row?.messageId ?? "")
      .update({ text: "(erased)" });
    await worker().send();
    expect(receiver.received[0]?.json.data).toMatchObject({ message: { text: "(erased)" } });
  });

  it("drops what is no longer there to be told, and forgets a contact", async () => {
    await subscribe(receiver.url());
    const [gone, erased] = [somebody(), somebody()];
    await write("wamid.gone", gone);
    await write("wamid.erased", erased);
    await collect();
    const rows = await deliveries();
    const messageId = rows.find(
      ({ conversationId, messageId }) => conversationId === threadOf(gone) && messageId,
    )?.messageId;
    await messagesOf(threadOf(gone))
      .doc(messageId ?? "")
      .delete();
    expect(await forgetContactInWebhooks(`wa_${erased.waId}`)).toBe(3);
    await worker().send();
    expect(receiver.types()).toEqual(["conversation.created"]);
    expect((await deliveries()).map(({ state }) => state).sort()).toEqual(["delivered", "dropped"]);
    expect((await webhookConversationStates().doc(threadOf(erased)).get()).exists).toBe(false);
  });
});

describe("the job", () => {
  beforeAll(() => forgetSubscriptions());

  it("does nothing while nobody listens, and all of it in one run when somebody does", async () => {
    await write("wamid.nobody", somebody());
    await dispatchWebhooks(Date.now());
    expect(await deliveries()).toEqual([]);
    await subscribe(receiver.url(), { events: ["message.received"] });
    await write("wamid.heard", somebody());
    await dispatchWebhooks(Date.now());
    await expect.poll(() => receiver.types()).toEqual(["message.received"]);
  });
});
