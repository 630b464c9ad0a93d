import { z } from "zod";
import { ChannelType } from "../channel";
import type { Conversation } from "../conversation";
import { MessageStatus } from "../delivery";
import { Author, MessageKind } from "../message";
import { IsoTime, toIso, toIsoOrNull } from "./shared";

export const ApiConversation = z
  .object({
    id: z.string(),
    channelId: z.string(),
    channel: ChannelType,
    contactId: z.string(),
    contact: z.object({
      name: z.string().nullable(),
      username: z.string().nullable(),
      phone: z.string().nullable().meta({ description: "wa_id, digits only; may never be known" }),
    }),
    status: z.enum(["open", "resolved"]),
    assigneeId: z.string().nullable(),
    labels: z.array(z.string()),
    priority: z.string(),
    unreadCount: z.number().int(),
    lastMessage: z
      .object({
        id: z.string(),
        kind: MessageKind,
        text: z.string().nullable(),
        direction: z.enum(["inbound", "outbound"]),
        author: Author,
        status: MessageStatus,
        sentAt: IsoTime,
      })
      .nullable(),
    lastActivityAt: IsoTime,
    lastInboundAt: IsoTime.nullable(),
    windowEndsAt: IsoTime.nullable().meta({ description: "End of the customer service window" }),
    freeEntryEndsAt: IsoTime.nullable().meta({
      description: "WhatsApp, after an ad: until then nothing is charged. It does not open the window",
    }),
    handledBy: z.string().nullable().meta({
      description:
        "Another app that answers this customer, by Meta's name for it, or `unknown`; null when it is us",
    }),
    waitingSince: IsoTime.nullable(),
    createdAt: IsoTime,
    updatedAt: IsoTime,
  })
  .meta({ id: "Conversation" });
export type ApiConversation = z.infer<typeof ApiConversation>;

/** A conversation as integrators see it. */
export function toApiConversation(conversation: Conversation): ApiConversation {
  const last = conversation.lastMessage;
  return {
    id: conversation.id,
    channelId: conversation.channelId,
    channel: conversation.channel,
    contactId: conversation.contactId,
    contact: {
      name: conversation.contactName,
      username: conversation.contactUsername,
      phone: conversation.contactPhone,
    },
    status: conversation.status,
    assigneeId: conversation.assigneeId,
    labels: conversation.labels,
    priority: conversation.priority,
    unreadCount: conversation.unreadCount,
    lastMessage: last && {
      id: last.id,
      kind: last.kind,
      text: last.text,
      direction: last.direction,
      author: last.author,
      status: last.status,
      sentAt: toIso(last.sentAt),
    },
    lastActivityAt: toIso(conversation.lastActivityAt),
    lastInboundAt: toIsoOrNull(conversation.lastInboundAt),
    windowEndsAt: toIsoOrNull(conversation.windowEndsAt),
    freeEntryEndsAt: toIsoOrNull(conversation.freeEntryEndsAt ?? null),
    handledBy: conversation.handledBy ?? null,
    waitingSince: toIsoOrNull(conversation.waitingSince),
    createdAt: toIso(conversation.createdAt),
    updatedAt: toIso(conversation.updatedAt),
  };
}
