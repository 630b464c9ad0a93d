import { ulid } from "ulid";
import { beforeAll, describe, expect, it } from "vitest";
import { channelClient } from "@/lib/channels/client";
import type { ChannelType } from "@/lib/domain/channel";
import { credentialsOf } from "@/lib/inbox/channels/credentials";
import { enqueueMessage } from "@/lib/inbox/outbound/enqueue";
import { outgoingOf } from "@/lib/inbox/outbound/outgoing-content";
import { recipientOfContact } from "@/lib/inbox/outbound/recipient";
import { kindOf, storedContent, wordsOf } from "@/lib/inbox/outbound/stored-content";
import { channels } from "@/lib/store/channels";
import { contacts } from "@/lib/store/contacts";
import { conversations } from "@/lib/store/conversations";
import { useWorld } from "../support/world";
import { atLimit, pastLimit, type Shape } from "./shapes";
import { agent, calm, customer, readMessage, sender, useStandIn } from "./stand-in";

useWorld("shapes");
useStandIn();

const threads = {} as Record<ChannelType, string>;
beforeAll(async () => {
  threads.whatsapp = (await customer("whatsapp")).conversationId;
  threads.instagram = (await customer("instagram")).conversationId;
});

const send = ({ channel, content }: Shape) =>
  enqueueMessage({ actor: agent, conversationId: threads[channel], messageId: ulid(), content });

/** Sends past our own checks, as a fault of ours would. */
async function sendUnchecked({ channel: type, content }: Shape) {
  const conversation = (await conversations().doc(threads[type]).get()).data();
  const channel = (
    await channels()
      .doc(conversation?.channelId ?? "")
      .get()
  ).data();
  const contact = (
    await contacts()
      .doc(conversation?.contactId ?? "")
      .get()
  ).data();
  const credentials = channel && (await credentialsOf(channel));
  const to = contact && recipientOfContact(type, contact);
  if (!channel || !credentials || !to) throw new Error("The thread is incomplete");
  const stored = { content: storedContent(content, null), text: wordsOf(content), kind: kindOf(content) };
  const outgoing = await outgoingOf(channel, credentials, stored as Parameters<typeof outgoingOf>[2]);
  if (!outgoing.ok) throw new Error("Not even a wire format");
  const message = { to, content: outgoing.data, replyToProviderMessageId: null, callbackData: "" };
  return channelClient(credentials).sendMessage(message);
}

describe("what is as big as Meta allows", () => {
  it.each(atLimit)("goes out: $channel, $name", async (shape) => {
    const queued = await send(shape);
    if (!queued.ok) throw new Error(JSON.stringify(queued.error));
    const { id, conversationId } = queued.data;
    await sender(id).kickLane(conversationId);
    await calm();
    expect(await readMessage(conversationId, id)).toMatchObject({ error: null, status: "read" });
  });
});

describe("what is one step bigger", () => {
  it.each(pastLimit)("is refused before it is sent: $channel, $name", async (shape) => {
    const queued = await send(shape);
    expect(queued.ok ? "taken" : queued.error.code).toMatch(/^(content_invalid|text_too_long)$/);
  });

  it.each(pastLimit.filter(({ isCut }) => !isCut))(
    "is what Meta would refuse: $channel, $name",
    async (shape) => {
      const sent = await sendUnchecked(shape);
      expect(sent.ok ? "taken" : sent.failure.outcome).toBe("rejected");
    },
  );
});
