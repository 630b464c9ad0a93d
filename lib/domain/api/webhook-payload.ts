import { z } from "zod";
import { ApiConversation } from "./conversation";
import { ApiMessage } from "./message";
import { IsoTime } from "./shared";

const base = {
  id: z
    .string()
    .meta({ description: "The same for every try, as the header webhook-id; drop what you have had" }),
  createdAt: IsoTime.meta({ description: "When it happened" }),
  apiVersion: z.literal("v1"),
};
const message = { message: ApiMessage, conversation: ApiConversation };

export const MessageReceived = z
  .object({ ...base, type: z.literal("message.received"), data: z.object(message) })
  .meta({ id: "MessageReceivedEvent" });

export const MessageSent = z
  .object({ ...base, type: z.literal("message.sent"), data: z.object(message) })
  .meta({ id: "MessageSentEvent" });

export const MessageStatusChanged = z
  .object({
    ...base,
    type: z.literal("message.status"),
    data: z.object({
      status: z
        .enum(["delivered", "read", "played", "failed"])
        .meta({ description: "What this event tells; `message.status` is how far it is by now" }),
      ...message,
    }),
  })
  .meta({ id: "MessageStatusEvent" });

export const MessageUpdated = z
  .object({
    ...base,
    type: z.literal("message.updated"),
    data: z.object({ change: z.enum(["edited", "revoked", "reaction"]), ...message }),
  })
  .meta({ id: "MessageUpdatedEvent" });

export const ConversationCreated = z
  .object({
    ...base,
    type: z.literal("conversation.created"),
    data: z.object({ conversation: ApiConversation }),
  })
  .meta({ id: "ConversationCreatedEvent" });

export const ConversationUpdated = z
  .object({
    ...base,
    type: z.literal("conversation.updated"),
    data: z.object({ conversation: ApiConversation }),
  })
  .meta({ id: "ConversationUpdatedEvent" });

/** What "Send a test event" sends. */
export const WebhookTest = z
  .object({
    ...base,
    type: z.literal("webhook.test"),
    data: z.object({ subscription: z.object({ id: z.string(), name: z.string() }) }),
  })
  .meta({ id: "WebhookTestEvent" });

/** Every body that an outgoing webhook may have, by its `type`, with what it tells. */
export const webhookPayloads = {
  "message.received": { schema: MessageReceived, summary: "A customer wrote" },
  "message.sent": {
    schema: MessageSent,
    summary: "A message of ours was accepted by Meta, or was written on the phone",
  },
  "message.status": {
    schema: MessageStatusChanged,
    summary: "A message was delivered, read, played or failed",
  },
  "message.updated": {
    schema: MessageUpdated,
    summary: "A message was edited or taken back, or somebody reacted to it",
  },
  "conversation.created": { schema: ConversationCreated, summary: "A conversation began" },
  "conversation.updated": {
    schema: ConversationUpdated,
    summary:
      "A conversation has another assignee, status, priority, label, read mark, app that handles it, or name of its customer",
  },
  "webhook.test": { schema: WebhookTest, summary: "An admin pressed “Send a test event”" },
} as const;

export type WebhookPayload = z.infer<(typeof webhookPayloads)[keyof typeof webhookPayloads]["schema"]>;
