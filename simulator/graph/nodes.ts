import type { InstagramAccount } from "../options";
import { type Account, instagramAccounts, profileOf, whatsappAccounts } from "../world/accounts";
import type { ChannelType, Endpoint } from "../world/types";
import type { World } from "../world/world";
import { listSubscriptions } from "./app";
import type { Answer, Call } from "./call";
import { debugToken } from "./debug-token";
import { fetchAttachment } from "./instagram/fetch-attachment";
import {
  listConversations,
  listInstagramApps,
  readAccount,
  readProfile,
  subscribeInstagram,
} from "./instagram/nodes";
import { sendInstagram } from "./instagram/send";
import { markRead } from "./whatsapp/mark-read";
import { deleteMedia, readMedia, uploadMedia } from "./whatsapp/media";
import {
  businessProfile,
  listPhoneNumbers,
  listSubscribedApps,
  listTemplates,
  readPhoneNumber,
  readWaba,
  subscribe,
} from "./whatsapp/nodes";
import { sendWhatsApp } from "./whatsapp/send";

export type NodeKind = "phone" | "waba" | "media" | "ig" | "igsid" | "debug_token" | "me" | "app";

type Edge = { endpoint: Endpoint; handler: (call: Call) => Answer | Promise<Answer> };

/** What `id` in `/{id}/…` names. Null when it names nothing. */
export function resolveNode(
  world: World,
  id: string,
  allowed: readonly Account[],
): { kind: NodeKind; channel: ChannelType | null } | null {
  if (id === "debug_token") return { kind: "debug_token", channel: null };
  if (id === world.options.appId) return { kind: "app", channel: null };
  if (id === "me")
    return allowed.some(({ channel }) => channel === "instagram")
      ? { kind: "ig", channel: "instagram" }
      : { kind: "me", channel: null };
  const numbers = whatsappAccounts(world);
  if (numbers.some(({ phoneNumberId }) => phoneNumberId === id))
    return { kind: "phone", channel: "whatsapp" };
  if (numbers.some(({ wabaId }) => wabaId === id)) return { kind: "waba", channel: "whatsapp" };
  if (instagramAccounts(world).some((one) => isNodeOf(one, id))) return { kind: "ig", channel: "instagram" };
  if (world.state.media.some((row) => row.id === id)) return { kind: "media", channel: "whatsapp" };
  return world.index.customers.get(id)?.igsid === id ? { kind: "igsid", channel: "instagram" } : null;
}

/** The account that a node belongs to, among those the token opens; null when the token does not open it. */
export function accountOfNode(
  world: World,
  { kind, channel }: { kind: NodeKind; channel: ChannelType | null },
  id: string,
  allowed: readonly Account[],
): Account | null {
  const ofChannel = allowed.filter((account) => account.channel === channel);
  const named = ofChannel.find((account) =>
    account.channel === "whatsapp"
      ? account.phoneNumberId === id || account.wabaId === id
      : isNodeOf(account, id),
  );
  if (named || kind === "phone" || kind === "waba") return named ?? null;
  if (kind === "igsid") {
    const own = profileOf(world, world.index.customers.get(id) ?? null).accountId;
    return ofChannel.find((account) => account.channel === "instagram" && account.accountId === own) ?? null;
  }
  return kind === "ig" && id !== "me" ? null : (ofChannel[0] ?? null);
}

/** A Page is a node only where the account is connected through one. */
const isNodeOf = ({ accountId, pageId, login }: InstagramAccount, id: string): boolean =>
  id === accountId || (login !== "instagram" && id === pageId);

/** The edge of a node, e.g. `POST phone/messages`; null when Meta has none. */
export function findEdge(method: string, kind: NodeKind, rest: readonly string[]): Edge | null {
  return edges[`${method} ${[kind, ...rest].join("/")}`] ?? null;
}

const edges: Record<string, Edge> = {
  "POST phone/messages": { endpoint: "send", handler: sendOrRead },
  "POST phone/media": { endpoint: "media", handler: uploadMedia },
  "GET phone": { endpoint: "fields", handler: readPhoneNumber },
  "GET phone/whatsapp_business_profile": { endpoint: "fields", handler: businessProfile },
  "GET media": { endpoint: "media", handler: readMedia },
  "DELETE media": { endpoint: "media", handler: deleteMedia },
  "GET waba": { endpoint: "fields", handler: readWaba },
  "GET waba/phone_numbers": { endpoint: "fields", handler: listPhoneNumbers },
  "GET waba/message_templates": { endpoint: "templates", handler: listTemplates },
  "GET waba/subscribed_apps": { endpoint: "subscribe", handler: listSubscribedApps },
  "POST waba/subscribed_apps": { endpoint: "subscribe", handler: subscribe },
  "DELETE waba/subscribed_apps": { endpoint: "subscribe", handler: subscribe },
  "POST ig/messages": {
    endpoint: "send",
    handler: async ({ context, body, effects }) => {
      const fetched = await fetchAttachment(context.world, body);
      const { answer, told } = sendInstagram(context.world, body, effects, fetched);
      return { body: answer, told: told.firstAttempts };
    },
  },
  "GET ig": { endpoint: "fields", handler: readAccount },
  "GET ig/subscribed_apps": { endpoint: "subscribe", handler: listInstagramApps },
  "POST ig/subscribed_apps": { endpoint: "subscribe", handler: subscribeInstagram },
  "DELETE ig/subscribed_apps": { endpoint: "subscribe", handler: subscribeInstagram },
  "GET ig/conversations": { endpoint: "fields", handler: listConversations },
  "GET igsid": {
    endpoint: "profile",
    handler: ({ context }) =>
      readProfile(context.world, context.params.node ?? "", context.url.searchParams.get("fields")),
  },
  "GET debug_token": { endpoint: "other", handler: debugToken },
  "GET app/subscriptions": { endpoint: "subscribe", handler: listSubscriptions },
  "GET me": {
    endpoint: "fields",
    handler: () => ({ body: { name: "Parley system user", id: "122100000000000001" } }),
  },
};

function sendOrRead({ context, body, effects }: Call): Answer {
  if (body.status !== undefined) return { body: markRead(context.world, body) };
  const { answer, told } = sendWhatsApp(context.world, body, effects);
  return { body: answer, told: told.firstAttempts };
}
