import type { Channel } from "@/lib/domain/channel";
import type { Actor } from "@/lib/domain/member";
import { can } from "@/lib/domain/permissions";
import { isOfEnvironment } from "@/lib/inbox/channels/return-to-environment";
import { secretId, tokenOf, verifyTokenOf } from "@/lib/inbox/channels/secrets";
import { channels } from "@/lib/store/channels";

/** What an admin may see of how a channel is connected: of secrets their last characters, and the verify token to copy. */
export type ManagedChannel = Pick<
  Channel,
  "id" | "type" | "source" | "providerId" | "wabaId" | "pageId" | "isConnected"
> & {
  login: "facebook" | "instagram" | null;
  /** Null: none is kept here. `isReadable` false: the key that sealed it is gone. */
  token: { hint: string | null; at: number; isReadable: boolean } | null;
  appSecrets: { id: string; hint: string | null; at: number }[];
  verifyToken: string | null;
  tokenExpiresAt: number | null;
  tokenRefreshFailedAt: number | null;
  connectedBy: string | null;
  connectedAt: number | null;
  disconnectedAt: number | null;
  /** The environment names it and could have it back. */
  isOfEnvironment: boolean;
};

/** By channel id; empty for who may not manage channels. */
export async function listManagedChannels(actor: Actor): Promise<Record<string, ManagedChannel>> {
  if (!can(actor, "channel.manage")) return {};
  const list = (await channels().get()).docs.map((document) => document.data());
  const managed = await Promise.all(list.map(managedOf));
  return Object.fromEntries(managed.map((one) => [one.id, one]));
}

async function managedOf(channel: Channel): Promise<ManagedChannel> {
  const { id, type, source, providerId, wabaId, pageId, isConnected, credentials, tokenInfo } = channel;
  const sealed = credentials?.token;
  return {
    ...{ id, type, source, providerId, wabaId, pageId, isConnected },
    login: type === "whatsapp" ? null : (channel.login ?? (pageId ? "facebook" : "instagram")),
    token: sealed
      ? { hint: sealed.hint, at: sealed.at, isReadable: (await tokenOf(channel)) !== null }
      : null,
    appSecrets: (credentials?.appSecrets ?? []).map((one) => ({
      id: secretId(one),
      hint: one.hint,
      at: one.at,
    })),
    verifyToken: await verifyTokenOf(channel),
    tokenExpiresAt: tokenInfo?.expiresAt ?? null,
    tokenRefreshFailedAt: tokenInfo?.refreshError?.at ?? null,
    connectedBy: channel.connectedBy?.name ?? null,
    connectedAt: channel.connectedAt ?? null,
    disconnectedAt: channel.disconnectedAt ?? null,
    isOfEnvironment: isOfEnvironment(channel),
  };
}
