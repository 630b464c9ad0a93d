import type { ChannelType } from "../channel";

/** Who has to act: an admin in Parley, an admin in Meta's own pages, or whoever runs the server. */
export type WhoActs = "admin" | "meta" | "host";

/** Where it is mended: a page of the settings, or one of Meta's. */
export type MendAt = "channels" | "webhookEvents" | "app" | "number" | "templates" | "tokens" | null;

type CheckShape = {
  id: string;
  group: "server" | "store" | "app" | "channel";
  /** Looked at once, once for each kind of channel that is connected, or for each channel. */
  per: "once" | "kind" | "channel";
  /** The only kind of channel it is about. */
  only?: ChannelType;
  who: WhoActs;
  mendAt: MendAt;
};

/** Every check in its order on the page. Its words are `settings.setup.checks.<id>`. */
export const checks = [
  { id: "environment", group: "server", per: "once", who: "host", mendAt: null },
  { id: "credentialsKey", group: "server", per: "once", who: "host", mendAt: null },
  { id: "mediaDisk", group: "server", per: "once", who: "host", mendAt: null },
  { id: "clock", group: "server", per: "once", who: "host", mendAt: null },
  { id: "graphVersion", group: "server", per: "once", who: "host", mendAt: null },

  { id: "store", group: "store", per: "once", who: "host", mendAt: null },
  { id: "indexes", group: "store", per: "once", who: "host", mendAt: null },
  { id: "rules", group: "store", per: "once", who: "host", mendAt: null },
  { id: "queues", group: "store", per: "once", who: "host", mendAt: null },
  { id: "oldestEvent", group: "store", per: "once", who: "host", mendAt: "webhookEvents" },

  { id: "graph", group: "app", per: "once", who: "host", mendAt: null },
  { id: "webhookReachable", group: "app", per: "kind", who: "host", mendAt: null },
  { id: "callbackUrl", group: "app", per: "kind", who: "meta", mendAt: "app" },
  { id: "webhookFields", group: "app", per: "kind", who: "meta", mendAt: "app" },
  { id: "appSecret", group: "app", per: "kind", who: "host", mendAt: null },

  { id: "channels", group: "channel", per: "once", who: "admin", mendAt: "channels" },
  { id: "token", group: "channel", per: "channel", who: "admin", mendAt: "channels" },
  { id: "tokenExpiry", group: "channel", per: "channel", who: "admin", mendAt: "channels" },
  { id: "scopes", group: "channel", per: "channel", who: "meta", mendAt: "tokens" },
  { id: "appId", group: "channel", per: "channel", who: "host", mendAt: "tokens" },
  {
    id: "numberInAccount",
    group: "channel",
    per: "channel",
    only: "whatsapp",
    who: "admin",
    mendAt: "channels",
  },
  { id: "pageLink", group: "channel", per: "channel", only: "instagram", who: "admin", mendAt: "channels" },
  { id: "subscription", group: "channel", per: "channel", who: "admin", mendAt: "channels" },
  {
    id: "subscribedFields",
    group: "channel",
    per: "channel",
    only: "instagram",
    who: "admin",
    mendAt: "channels",
  },
  { id: "messageAccess", group: "channel", per: "channel", only: "instagram", who: "meta", mendAt: null },
  { id: "lastEvent", group: "channel", per: "channel", who: "admin", mendAt: "webhookEvents" },
  { id: "sending", group: "channel", per: "channel", who: "admin", mendAt: "channels" },
  { id: "quality", group: "channel", per: "channel", only: "whatsapp", who: "meta", mendAt: "number" },
  { id: "messagingLimit", group: "channel", per: "channel", only: "whatsapp", who: "meta", mendAt: "number" },
  { id: "nameStatus", group: "channel", per: "channel", only: "whatsapp", who: "meta", mendAt: "number" },
  { id: "numberStatus", group: "channel", per: "channel", only: "whatsapp", who: "meta", mendAt: "number" },
  { id: "canSend", group: "channel", per: "channel", only: "whatsapp", who: "meta", mendAt: "number" },
  { id: "throughput", group: "channel", per: "channel", only: "whatsapp", who: "host", mendAt: "number" },
  { id: "templates", group: "channel", per: "channel", only: "whatsapp", who: "meta", mendAt: "templates" },
] as const satisfies readonly CheckShape[];

export type Check = CheckShape & { id: CheckId };
export type CheckId = (typeof checks)[number]["id"];
export const groups = ["server", "store", "app", "channel"] as const;

export const checkIds = checks.map(({ id }) => id);

/** The check of an id; null for one that is no more. */
export function checkOf(id: string): Check | null {
  return (checks as readonly Check[]).find((check) => check.id === id) ?? null;
}
