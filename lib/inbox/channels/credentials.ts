import type { ChannelCredentials } from "@/lib/channels/client";
import type { Channel } from "@/lib/domain/channel";
import { env } from "@/lib/env";
import { graphBaseUrl } from "./graph-hosts";
import { appSecretsOf, tokenOf } from "./secrets";

/**
 * What it takes to act for a channel at Meta: what was entered in the settings, or for a channel of the environment what
 * stands there. Null when there is no token, or it cannot be opened. Never log it.
 */
export async function credentialsOf(channel: Channel): Promise<ChannelCredentials | null> {
  const token = channel.source === "settings" ? await tokenOf(channel) : tokenOfEnv(channel);
  return token ? credentialsWith(channel, token) : null;
}

/** The same with a token that is not stored, or not yet. */
export function credentialsWith(
  channel: Pick<Channel, "type" | "login" | "providerId" | "wabaId" | "pageId">,
  token: string,
): ChannelCredentials {
  const { type, providerId, wabaId, pageId } = channel;
  const base = { type, baseUrl: graphBaseUrl(channel), version: env().META_GRAPH_VERSION, token };
  if (type === "whatsapp") return { ...base, phoneNumberId: providerId, ...(wabaId ? { wabaId } : {}) };
  return { ...base, accountId: providerId, ...(pageId ? { pageId } : {}) };
}

/** The Meta app behind a channel: its id where it is known, and the secrets its webhooks may be signed with. */
export async function appOf(channel: Channel): Promise<{ appId: string | null; appSecrets: string[] }> {
  const { META_APP_ID = null, META_APP_SECRET = [] } = env();
  if (channel.source === "env") return { appId: META_APP_ID, appSecrets: META_APP_SECRET };
  const own = await appSecretsOf(channel);
  return {
    appId: channel.tokenInfo?.appId ?? META_APP_ID,
    appSecrets: own.length > 0 ? own : META_APP_SECRET,
  };
}

function tokenOfEnv({ type }: Channel): string | undefined {
  const { WHATSAPP_ACCESS_TOKEN, INSTAGRAM_ACCESS_TOKEN } = env();
  return type === "whatsapp" ? WHATSAPP_ACCESS_TOKEN : INSTAGRAM_ACCESS_TOKEN;
}
