import type { Context } from "../http/context";
import type { Json } from "../http/json";
import type { InstagramAccount, WhatsAppAccount } from "../options";
import type { Account } from "../world/accounts";
import type { ChannelType } from "../world/types";
import type { Effects } from "./faults";

/** A Graph request past the front door: token checked, body read, node known. */
export type Call = {
  context: Context;
  /** The node's channel. */
  channel: ChannelType | null;
  /** Whose node it is; null when it is nobody's. */
  account: Account | null;
  body: Json;
  effects: Effects;
};

export type Answer = {
  body: Json;
  /** Settle when the first webhooks about it were answered. */
  told?: Promise<void>[];
};

/** The number whose token was shown; for edges of WhatsApp. */
export function numberIn({ account }: Call): WhatsAppAccount {
  if (account?.channel !== "whatsapp") throw new Error("An edge of WhatsApp without a number");
  return account;
}

/** The Instagram account whose token was shown; for edges of Instagram. */
export function profileIn({ account }: Call): InstagramAccount {
  if (account?.channel !== "instagram") throw new Error("An edge of Instagram without an account");
  return account;
}
