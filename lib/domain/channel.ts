import { z } from "zod";

export const ChannelType = z.enum(["whatsapp", "instagram"]);
export type ChannelType = z.infer<typeof ChannelType>;

/** Why a channel's queue stands still. `code` is Meta's (190: the token no longer works). */
export const ChannelPause = z.object({
  code: z.number(),
  subcode: z.number().nullable(),
  at: z.number(),
  tokenHint: z.string().nullable(),
});
export type ChannelPause = z.infer<typeof ChannelPause>;

/** What Meta last told about the number or account; each with Meta's time so that an older notice never wins. */
export const ChannelHealth = z.object({
  quality: z.string().nullable(),
  messagingLimit: z.string().nullable(),
  nameStatus: z.string().nullable(),
  accountState: z.string().nullable(),
  updatedAt: z.number().nullable(),
  /** Meta's time of each of the above. */
  times: z.record(z.string(), z.number()).optional(),
});

/** Something Meta told about a number or an account. `name` is a key of `settings.channels.notices` where it is known. */
export const ChannelNotice = z.object({ name: z.string(), detail: z.string().nullable(), at: z.number() });
export type ChannelNotice = z.infer<typeof ChannelNotice>;

/** `channels/<id>`: a connected WhatsApp number or Instagram account. Times are epoch milliseconds. */
export const Channel = z.object({
  id: z.string(),
  type: ChannelType,
  name: z.string(),
  /** WhatsApp: the phone number id. Instagram: the professional account's id, as in `entry[].id`. */
  providerId: z.string(),
  wabaId: z.string().nullable(),
  pageId: z.string().nullable(),
  displayPhone: z.string().nullable(),
  username: z.string().nullable(),
  isConnected: z.boolean(),
  source: z.enum(["env", "settings"]),
  pause: ChannelPause.nullable(),
  health: ChannelHealth,
  /** The last of them, newest first. */
  notices: z.array(ChannelNotice).optional(),
  lastEventAt: z.number().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Channel = z.infer<typeof Channel>;
