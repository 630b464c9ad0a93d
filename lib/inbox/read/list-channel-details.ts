import type { Channel } from "@/lib/domain/channel";
import type { Actor } from "@/lib/domain/member";
import { can, mayReach } from "@/lib/domain/permissions";
import { channels } from "@/lib/store/channels";

export type ChannelDetails = Pick<
  Channel,
  | "id"
  | "type"
  | "name"
  | "displayPhone"
  | "username"
  | "isConnected"
  | "pause"
  | "health"
  | "notices"
  | "lastEventAt"
> & {
  /** Epoch ms; null: never, or Meta did not say. */
  tokenExpiresAt: number | null;
  tokenRefreshFailedAt: number | null;
};

/** The channels that an actor reaches, by name, with everything that a settings page shows of them; no secrets. */
export async function listChannelDetails(actor: Actor): Promise<ChannelDetails[]> {
  if (!can(actor, "channel.read")) return [];
  const snapshot = await channels().get();
  return snapshot.docs
    .filter((document) => mayReach(actor, document.id))
    .map((document) => detailsOf(document.data()))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function detailsOf(channel: Channel): ChannelDetails {
  const { id, type, name, displayPhone, username, isConnected, pause, health, notices, lastEventAt } =
    channel;
  return {
    ...{ id, type, name, displayPhone, username, isConnected, pause, health, notices, lastEventAt },
    tokenExpiresAt: channel.tokenInfo?.expiresAt ?? null,
    tokenRefreshFailedAt: channel.tokenInfo?.refreshError?.at ?? null,
  };
}
