import type { Context } from "../http/context";
import type { Json } from "../http/json";
import type { ChannelType } from "../world/types";
import type { Effects } from "./faults";

/** A Graph request past the front door: token checked, body read, node known. */
export type Call = {
  context: Context;
  /** The node's channel. */
  channel: ChannelType | null;
  body: Json;
  effects: Effects;
};

export type Answer = {
  body: Json;
  /** Settle when the first webhooks about it were answered. */
  told?: Promise<void>[];
};
