import { z } from "zod";
import { ChannelType } from "../channel";
import { MessageStatus } from "../delivery";
import { Author, type Message, MessageKind } from "../message";
import { MessageContent } from "../message-content";
import { IsoTime, toIso, toIsoOrNull } from "./shared";

export const ApiDeliveryError = z
  .object({
    code: z.number().nullable().meta({ description: "Meta's error code" }),
    subcode: z.number().nullable(),
    reason: z.string().meta({ description: "Stable name of the reason" }),
    title: z.string().meta({ description: "The reason in plain words" }),
    advice: z.string().nullable().meta({ description: "What to do about it" }),
    isRetryable: z.boolean(),
    details: z.string().nullable(),
    fbtraceId: z.string().nullable(),
  })
  .meta({ id: "DeliveryError" });

export const ApiMessage = z
  .object({
    id: z.string(),
    conversationId: z.string(),
    contactId: z.string(),
    channelId: z.string(),
    channel: ChannelType,
    direction: z.enum(["inbound", "outbound"]),
    kind: MessageKind,
    text: z.string().nullable(),
    content: MessageContent,
    author: Author,
    providerMessageId: z.string().nullable().meta({ description: "Meta's wamid or mid" }),
    replyTo: z
      .object({
        messageId: z.string().nullable(),
        providerMessageId: z.string().nullable(),
        story: z.object({ id: z.string().nullable(), url: z.string().nullable() }).nullable(),
        product: z.object({ catalogId: z.string().nullable(), productId: z.string().nullable() }).nullable(),
      })
      .nullable(),
    referral: z.record(z.string(), z.unknown()).nullable(),
    forwarded: z.enum(["once", "many"]).nullable(),
    reactions: z.array(z.object({ from: z.enum(["contact", "business"]), emoji: z.string(), at: IsoTime })),
    sentAt: IsoTime,
    receivedAt: IsoTime,
    editedAt: IsoTime.nullable(),
    revokedAt: IsoTime.nullable(),
    status: MessageStatus,
    timeline: z.array(z.object({ status: z.string(), at: IsoTime })).meta({ description: "Oldest first" }),
    error: ApiDeliveryError.nullable(),
  })
  .meta({ id: "Message" });
export type ApiMessage = z.infer<typeof ApiMessage>;

export type FailureText = { title: string; advice: string | null };

/** A message as integrators see it. `textOf` gives the plain words of a failure reason. */
export function toApiMessage(message: Message, textOf: (reason: string) => FailureText): ApiMessage {
  const timeline = Object.entries(message.timeline)
    .map(([status, at]) => ({ status, at: at ?? 0 }))
    .sort((a, b) => a.at - b.at);
  return {
    id: message.id,
    conversationId: message.conversationId,
    contactId: message.contactId,
    channelId: message.channelId,
    channel: message.channel,
    direction: message.direction,
    kind: message.kind,
    text: message.text,
    content: message.content,
    author: message.author,
    providerMessageId: message.providerMessageId,
    replyTo: message.replyTo,
    referral: message.referral,
    forwarded: message.forwarded,
    reactions: message.reactions
      .filter((reaction) => reaction.emoji !== "")
      .map((reaction) => ({ ...reaction, at: toIso(reaction.at) })),
    sentAt: toIso(message.sentAt),
    receivedAt: toIso(message.receivedAt),
    editedAt: toIsoOrNull(message.editedAt),
    revokedAt: toIsoOrNull(message.revokedAt),
    status: message.status,
    timeline: timeline.map((step) => ({ status: step.status, at: toIso(step.at) })),
    error: message.error ? { ...message.error, ...textOf(message.error.reason) } : null,
  };
}
