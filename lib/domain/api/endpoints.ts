import { z } from "zod";
import { MediaSlot } from "../media";
import type { Permission } from "../permissions";
import { PublicUpload } from "../public-upload";
import { ApiContact } from "./contact";
import { ApiConversation } from "./conversation";
import { ApiMessage } from "./message";
import { SendInput, StartInput } from "./requests";
import { ListQuery, listOf } from "./shared";
import { ApiStatus, ApiTemplate, TemplateListQuery } from "./status";
import { ApiWebhookEvent, WebhookEventListQuery } from "./webhook-event";

export type Endpoint = {
  method: "get" | "post";
  /** As OpenAPI writes it, under /api/v1. */
  path: string;
  summary: string;
  permission: Permission;
  params: z.ZodType;
  query: z.ZodType;
  body: z.ZodType;
  response: z.ZodType;
  status: 200 | 201;
  /** Takes an `Idempotency-Key`. */
  isIdempotent: boolean;
  /** Problems it may answer beside 401, 403, 422 and 429. */
  problems: readonly number[];
  /** Answers with bytes, in full or in part, not with JSON. */
  isFile?: boolean;
  /** Takes bytes, not JSON: they are left to the route. */
  takesFile?: boolean;
};

const none = z.object({});
const byId = z.object({ id: z.string().min(1).max(700) });
const read = {
  method: "get",
  params: none,
  query: none,
  body: none,
  status: 200,
  isIdempotent: false,
  problems: [],
} as const;
const write = {
  method: "post",
  params: none,
  query: none,
  body: none,
  status: 201,
  isIdempotent: true,
  problems: [],
} as const;

/** Every endpoint of the HTTP API. Routes parse by these, and the OpenAPI document is made of them. */
export const endpoints = {
  getStatus: {
    ...read,
    path: "/status",
    summary: "Channels and their health, queue depths, last webhook, versions",
    permission: "status.read",
    response: ApiStatus,
  },
  listContacts: {
    ...read,
    path: "/contacts",
    summary: "Contacts, newest first",
    permission: "contact.read",
    query: ListQuery,
    response: listOf(ApiContact),
  },
  getContact: {
    ...read,
    path: "/contacts/{id}",
    summary: "One contact",
    permission: "contact.read",
    params: byId,
    response: ApiContact,
    problems: [404],
  },
  listConversations: {
    ...read,
    path: "/conversations",
    summary: "Conversations, latest activity first",
    permission: "inbox.read",
    query: ListQuery,
    response: listOf(ApiConversation),
  },
  getConversation: {
    ...read,
    path: "/conversations/{id}",
    summary: "One conversation",
    permission: "inbox.read",
    params: byId,
    response: ApiConversation,
    problems: [404],
  },
  listMessages: {
    ...read,
    path: "/conversations/{id}/messages",
    summary: "Messages of a conversation, newest first",
    permission: "inbox.read",
    params: byId,
    query: ListQuery,
    response: listOf(ApiMessage),
    problems: [404],
  },
  getMedia: {
    ...read,
    path: "/conversations/{id}/messages/{messageId}/media/{slot}",
    summary: "A file of a message, as its place in content.media or `story`; takes Range",
    permission: "inbox.read",
    params: z.object({
      id: z.string().min(1).max(700),
      messageId: z.string().min(1).max(400),
      slot: MediaSlot,
    }),
    query: z.object({
      size: z.literal("thumb").optional().meta({ description: "A small WebP picture" }),
      as: z.literal("mp4").optional().meta({ description: "A voice note in MP4, for players without OGG" }),
    }),
    response: none,
    problems: [404, 409, 410],
    isFile: true,
  },
  sendMessage: {
    ...write,
    path: "/conversations/{id}/messages",
    summary: "Send a message in a conversation",
    permission: "message.send",
    params: byId,
    body: SendInput,
    response: ApiMessage,
    problems: [404, 409],
  },
  startConversation: {
    ...write,
    path: "/messages",
    summary: "Send a template to a phone number or BSUID",
    permission: "message.send",
    body: StartInput,
    response: ApiMessage,
    problems: [404, 409],
  },
  addUpload: {
    ...write,
    isIdempotent: false,
    path: "/uploads",
    summary: "Put a file here to send it: the bytes are the body, Content-Type its type",
    permission: "message.send",
    query: z.object({
      conversationId: z.string().min(1).max(400).meta({ description: "Where it will be sent" }),
      filename: z.string().min(1).max(2_000).optional(),
      voice: z.literal("1").optional().meta({ description: "A recording that is to go out as a voice note" }),
      sticker: z.literal("1").optional().meta({ description: "A picture that is to go out as a sticker" }),
    }),
    response: PublicUpload,
    problems: [404],
    takesFile: true,
  },
  listTemplates: {
    ...read,
    path: "/templates",
    summary: "Message templates of a WhatsApp channel, from Meta",
    permission: "channel.read",
    query: TemplateListQuery,
    response: listOf(ApiTemplate),
    problems: [404, 502],
  },
  listWebhookEvents: {
    ...read,
    path: "/webhook-events",
    summary: "Webhook events, newest first",
    permission: "webhook-event.read",
    query: WebhookEventListQuery,
    response: listOf(ApiWebhookEvent),
  },
  getWebhookEvent: {
    ...read,
    path: "/webhook-events/{id}",
    summary: "One webhook event and what became of its items",
    permission: "webhook-event.read",
    params: byId,
    response: ApiWebhookEvent,
    problems: [404],
  },
  replayWebhookEvent: {
    ...write,
    status: 200,
    isIdempotent: false,
    path: "/webhook-events/{id}/replay",
    summary: "Process a stored webhook event again; changes nothing that is already there",
    permission: "webhook-event.replay",
    params: byId,
    response: ApiWebhookEvent,
    problems: [404, 409],
  },
} as const satisfies Record<string, Endpoint>;
