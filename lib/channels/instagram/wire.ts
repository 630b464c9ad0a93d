import { z } from "zod";
import { flag, id, list, listOf, object, optional, text } from "../lenient";

/**
 * Instagram's webhook bodies as they travel. Tolerant: unknown fields pass, and a field of the wrong type reads as
 * absent. https://developers.facebook.com/docs/messenger-platform/instagram/features/webhook
 */
export const WireBody = z.object({ entry: list });

export const WireEntry = z.object({
  id: optional(id),
  time: z.unknown().optional(),
  messaging: list,
  standby: list,
  changes: list,
});

export const WireChange = z.object({ field: optional(text), value: optional(object) });

export const WireAttachment = z.object({
  type: optional(text),
  title: optional(text),
  url: optional(text),
  payload: optional(object),
});
export type WireAttachment = z.output<typeof WireAttachment>;

export const WireMessage = z.object({
  mid: optional(id),
  text: optional(text),
  attachments: listOf(WireAttachment),
  reply_to: optional(
    z.object({
      mid: optional(id),
      story: optional(z.object({ id: optional(id), url: optional(text) })),
    }),
  ),
  quick_reply: optional(z.object({ payload: optional(text) })),
  referral: optional(object),
  is_echo: optional(flag),
  is_deleted: optional(flag),
  is_unsupported: optional(flag),
  is_self: optional(flag),
});
export type WireMessage = z.output<typeof WireMessage>;

const Party = z.object({ id: optional(id), username: optional(text) });

export const WireItem = z.object({
  sender: optional(Party),
  recipient: optional(Party),
  timestamp: z.unknown().optional(),
  message: optional(WireMessage),
  postback: optional(
    z.object({
      mid: optional(id),
      title: optional(text),
      payload: optional(text),
      referral: optional(object),
      is_self: optional(flag),
    }),
  ),
  reaction: optional(
    z.object({
      mid: optional(id),
      action: optional(text),
      reaction: optional(text),
      emoji: optional(text),
    }),
  ),
  read: optional(z.object({ mid: optional(id) })),
  message_edit: optional(
    z.object({ mid: optional(id), text: optional(text), num_edit: z.unknown().optional() }),
  ),
  referral: optional(object),
  pass_thread_control: optional(object),
  take_thread_control: optional(object),
  request_thread_control: optional(object),
});
export type WireItem = z.output<typeof WireItem>;
