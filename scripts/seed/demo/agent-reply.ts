import { randomBytes } from "node:crypto";
import { ulid } from "ulid";
import { toDeliveryError } from "@/lib/channels/graph/error-catalogue";
import { statusOf, type Timeline } from "@/lib/domain/delivery";
import type { Upload } from "@/lib/domain/media";
import type { Member } from "@/lib/domain/member";
import type { Message, ReplyTo } from "@/lib/domain/message";
import { providerMessageKey } from "@/lib/domain/provider-keys";
import type { SendContent } from "@/lib/domain/send-content";
import { newOutboundMessage } from "@/lib/inbox/outbound/new-message";
import { type PreparedTemplate, prepareTemplate } from "@/lib/inbox/outbound/prepare-template";
import { saveOutbound } from "@/lib/inbox/outbound/save-outbound";
import { wordsOf } from "@/lib/inbox/outbound/stored-content";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { providerMessages } from "@/lib/store/provider-messages";
import { inUnit } from "@/lib/store/unit";
import { uploads } from "@/lib/store/uploads";
import type { Outcome } from "./script";

type Reply = {
  conversationId: string;
  agent: Member;
  content: SendContent;
  /** The file that `content` names. */
  upload: Upload | null;
  at: number;
  outcome: Outcome;
  /** Provider id of the message it answers. */
  replyTo: string | null;
};

/** Writes an agent's reply of the past as sending would have left it. Returns its provider id, null when it failed. */
export async function writeAgentReply(reply: Reply): Promise<string | null> {
  const id = ulid(reply.at);
  const prepared = reply.content.kind === "template" ? await preparedTemplate(reply) : null;
  return inUnit(async (unit) => {
    const conversation = await unit.get(conversations().doc(reply.conversationId));
    if (!conversation) throw new Error("The conversation of a reply is not there");
    const { channelId, channel } = conversation;
    const { agent, content, upload, at } = reply;
    const queued = newOutboundMessage({
      id,
      conversation,
      content,
      text: prepared?.text ?? wordsOf(content),
      shown: prepared?.shown,
      upload,
      actor: { kind: "member", id: agent.id, name: agent.name, role: agent.role },
      replyTo: quoted(channelId, reply.replyTo),
      now: at,
    });
    const message: Message = { ...queued, ...outcomeOf(channel, reply) };
    await unit.load([messagesOf(conversation.id).doc(id)]);
    if (upload) await unit.load([uploads().doc(upload.id)]);
    if (message.providerMessageId) {
      const rowId = providerMessageKey(channelId, message.providerMessageId);
      await unit.load([providerMessages().doc(rowId)]);
      unit.set(providerMessages().doc(rowId), {
        id: rowId,
        channelId,
        providerMessageId: message.providerMessageId,
        conversationId: conversation.id,
        messageId: id,
        attempt: 1,
        pending: [],
        createdAt: at,
      });
    }
    saveOutbound(unit, conversation, message, at);
    if (upload) unit.set(uploads().doc(upload.id), { ...upload, sentMessageId: id });
    return message.providerMessageId;
  });
}

/** A template held against the account's own, as sending does. Throws when it could not be sent. */
async function preparedTemplate({ conversationId, content }: Reply): Promise<PreparedTemplate> {
  const conversation = (await conversations().doc(conversationId).get()).data();
  if (!conversation || content.kind !== "template") throw new Error("There is no template to send");
  const prepared = await prepareTemplate(conversation.channelId, content);
  if (!prepared.ok) throw new Error(`${content.name}: ${prepared.error.message}`);
  return prepared.data;
}

function outcomeOf(
  channel: "whatsapp" | "instagram",
  { at, outcome }: Reply,
): Pick<Message, "timeline" | "status" | "error" | "providerMessageId"> {
  if (typeof outcome === "object") {
    const timeline: Timeline = { queued: at, sending: at + 40, failed: at + 900 };
    const error = toDeliveryError(channel, outcome.failedWith, null, null, null);
    return { timeline, status: statusOf(timeline), error, providerMessageId: null };
  }
  if (outcome === "unconfirmed") {
    const timeline: Timeline = { queued: at, sending: at + 40, unconfirmed: at + 20_000 };
    return { timeline, status: statusOf(timeline), error: null, providerMessageId: null };
  }
  const timeline: Timeline = { queued: at, sending: at + 40, accepted: at + 310, sent: at + 700 };
  if (outcome !== "sent") timeline.delivered = at + 1600;
  if (outcome === "read" || outcome === "played") timeline.read = at + 42_000;
  if (outcome === "played") timeline.played = at + 50_000;
  return { timeline, status: statusOf(timeline), error: null, providerMessageId: newProviderId(channel) };
}

function newProviderId(channel: "whatsapp" | "instagram"): string {
  const random = randomBytes(24).toString("base64url");
  return channel === "whatsapp" ? `wamid.${random}` : `aWdfZAG1f${random}`;
}

function quoted(channelId: string, providerMessageId: string | null): ReplyTo | null {
  if (!providerMessageId) return null;
  const messageId = providerMessageKey(channelId, providerMessageId);
  return { providerMessageId, messageId, story: null, product: null };
}
