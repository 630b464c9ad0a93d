import type { ChannelCredentials } from "@/lib/channels/client";
import type { Channel } from "@/lib/domain/channel";
import { env } from "@/lib/env";

/** What it takes to act for a channel at Meta; null when no token for it is configured. Never log it. */
export function credentialsOf(channel: Channel): ChannelCredentials | null {
  return channel.type === "whatsapp" ? ofWhatsApp(channel) : ofInstagram(channel);
}

function ofWhatsApp(channel: Channel): ChannelCredentials | null {
  const { WHATSAPP_ACCESS_TOKEN, META_GRAPH_BASE_URL, META_GRAPH_VERSION } = env();
  if (!WHATSAPP_ACCESS_TOKEN) return null;
  return {
    type: "whatsapp",
    baseUrl: META_GRAPH_BASE_URL,
    version: META_GRAPH_VERSION,
    token: WHATSAPP_ACCESS_TOKEN,
    phoneNumberId: channel.providerId,
    ...(channel.wabaId ? { wabaId: channel.wabaId } : {}),
  };
}

function ofInstagram(channel: Channel): ChannelCredentials | null {
  const { INSTAGRAM_ACCESS_TOKEN, INSTAGRAM_GRAPH_BASE_URL, META_GRAPH_BASE_URL, META_GRAPH_VERSION } = env();
  if (!INSTAGRAM_ACCESS_TOKEN) return null;
  return {
    type: "instagram",
    baseUrl: INSTAGRAM_GRAPH_BASE_URL ?? META_GRAPH_BASE_URL,
    version: META_GRAPH_VERSION,
    token: INSTAGRAM_ACCESS_TOKEN,
    accountId: channel.providerId,
    ...(channel.pageId ? { pageId: channel.pageId } : {}),
  };
}
