import { z } from "zod";
import { ChannelType } from "../channel";
import { CheckState } from "../doctor/result";
import { IsoTime, ListQuery } from "./shared";

export const ApiChannel = z
  .object({
    id: z.string(),
    type: ChannelType,
    name: z.string(),
    isConnected: z.boolean(),
    state: z.enum(["ready", "paused", "disconnected"]),
    pause: z.object({ code: z.number(), since: IsoTime }).nullable(),
    health: z.object({
      quality: z.string().nullable(),
      messagingLimit: z.string().nullable(),
      nameStatus: z.string().nullable(),
      accountState: z.string().nullable(),
    }),
    lastEventAt: IsoTime.nullable(),
  })
  .meta({ id: "Channel" });

export const ApiCheck = z
  .object({
    id: z.string().meta({ description: "Which check, e.g. `token`, `webhookReachable`" }),
    channel: ChannelType.nullable(),
    channelId: z
      .string()
      .nullable()
      .meta({ description: "null: about the installation, or a kind of channel" }),
    state: CheckState.meta({ description: "`unknown`: it could not be looked at" }),
    summary: z.string().meta({ description: "What was seen, in one sentence" }),
    checkedAt: IsoTime,
    since: IsoTime.meta({ description: "Since when it is in this state" }),
  })
  .meta({ id: "SetupCheck" });

export const ApiStatus = z
  .object({
    status: z.enum(["ok", "attention"]),
    channels: z.array(ApiChannel),
    queues: z.object({
      webhookEvents: z.number().int().meta({ description: "Stored, not yet processed" }),
      outbox: z.number().int().meta({ description: "Waiting to be sent, or being sent" }),
      unconfirmed: z.number().int().meta({ description: "Sent, and Meta's answer never came" }),
      media: z
        .number()
        .int()
        .meta({ description: "Customers' files that are still to be fetched from Meta" }),
    }),
    mediaDisk: z
      .enum(["folder", "bucket"])
      .nullable()
      .meta({ description: "Where files are kept; null: nowhere, so they wait at Meta" }),
    lastWebhookAt: IsoTime.nullable(),
    checks: z
      .array(ApiCheck)
      .meta({ description: "What the setup check last found; looked at once an hour" }),
    versions: z.object({ parley: z.string(), graph: z.string(), node: z.string() }),
  })
  .meta({ id: "Status" });

export const TemplateListQuery = ListQuery.extend({ channelId: z.string().optional() });

export const ApiTemplate = z
  .object({
    id: z.string(),
    channelId: z.string(),
    name: z.string(),
    language: z.string(),
    status: z.string(),
    category: z.string().nullable(),
    components: z.array(z.record(z.string(), z.unknown())),
  })
  .meta({ id: "Template" });
