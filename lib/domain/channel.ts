import { z } from "zod";
import { Sealed } from "./sealed";

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

/** What was entered in the settings. Sealed, and handed to nobody: not to a browser, not to the API. */
export const ChannelSecrets = z.object({
  token: Sealed.nullable(),
  /** Several while one is rotated; webhooks signed with any of them are taken. */
  appSecrets: z.array(Sealed),
  verifyToken: Sealed.nullable(),
});
export type ChannelSecrets = z.infer<typeof ChannelSecrets>;

/** What Meta told about the access token. `expiresAt` null: never, or not told. */
export const TokenInfo = z.object({
  expiresAt: z.number().nullable(),
  scopes: z.array(z.string()),
  appId: z.string().nullable(),
  checkedAt: z.number().nullable(),
  lastRefreshedAt: z.number().nullable(),
  /** Why the last try to renew it failed: Meta's code (null: no answer) and when. */
  refreshError: z.object({ code: z.number().nullable(), at: z.number() }).nullable(),
});
export type TokenInfo = z.infer<typeof TokenInfo>;

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
  /** Instagram, connected in the settings: through a Facebook Page, or without one. */
  login: z.enum(["facebook", "instagram"]).nullish(),
  /** Only of a channel connected in the settings. */
  credentials: ChannelSecrets.nullish(),
  tokenInfo: TokenInfo.nullish(),
  connectedBy: z.object({ id: z.string(), name: z.string() }).nullish(),
  connectedAt: z.number().nullish(),
  disconnectedAt: z.number().nullish(),
  /** When the app was last subscribed from here. */
  subscribedAt: z.number().nullish(),
  pause: ChannelPause.nullable(),
  health: ChannelHealth,
  /** The last of them, newest first. */
  notices: z.array(ChannelNotice).optional(),
  lastEventAt: z.number().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type Channel = z.infer<typeof Channel>;
