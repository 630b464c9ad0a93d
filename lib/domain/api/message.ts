import { z } from "zod";
import { DeliveryError, Message, Reaction } from "../message";
import { publicMessage } from "../public-message";
import { IsoTime, toIso, toIsoOrNull } from "./shared";

export const ApiDeliveryError = DeliveryError.extend({
  code: DeliveryError.shape.code.meta({ description: "Meta's error code" }),
  reason: DeliveryError.shape.reason.meta({ description: "Stable name of the reason" }),
  title: z.string().meta({ description: "The reason in plain words" }),
  advice: z.string().nullable().meta({ description: "What to do about it" }),
}).meta({ id: "DeliveryError" });

export const ApiMessage = Message.pick({
  id: true,
  conversationId: true,
  contactId: true,
  channelId: true,
  channel: true,
  direction: true,
  kind: true,
  text: true,
  content: true,
  author: true,
  replyTo: true,
  referral: true,
  forwarded: true,
  status: true,
})
  .extend({
    providerMessageId: Message.shape.providerMessageId.meta({ description: "Meta's wamid or mid" }),
    reactions: z.array(Reaction.extend({ at: IsoTime })),
    sentAt: IsoTime,
    receivedAt: IsoTime,
    editedAt: IsoTime.nullable(),
    revokedAt: IsoTime.nullable(),
    timeline: z.array(z.object({ status: z.string(), at: IsoTime })).meta({ description: "Oldest first" }),
    error: ApiDeliveryError.nullable(),
  })
  .meta({ id: "Message" });
export type ApiMessage = z.infer<typeof ApiMessage>;

export type FailureText = { title: string; advice: string | null };

/** A message as integrators see it. `textOf` gives the plain words of a failure reason. */
export function toApiMessage(stored: Message, textOf: (reason: string) => FailureText): ApiMessage {
  const message = publicMessage(stored);
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
