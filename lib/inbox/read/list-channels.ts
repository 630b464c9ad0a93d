import type { Channel } from "@/lib/domain/channel";
import type { Actor } from "@/lib/domain/member";
import { can, mayReach } from "@/lib/domain/permissions";
import { channels } from "@/lib/store/channels";

export type ChannelSummary = Pick<
  Channel,
  "id" | "type" | "name" | "displayPhone" | "username" | "isConnected" | "pause" | "health"
> & {
  /** When the access token ends, in epoch ms; null: never, or Meta did not say. */
  tokenExpiresAt: number | null;
};

/** The channels that an actor reaches, by name, with what an inbox may show of them; no secrets. */
export async function listChannels(actor: Actor): Promise<ChannelSummary[]> {
  if (!can(actor, "channel.read")) return [];
  const snapshot = await channels().get();
  return snapshot.docs
    .filter((document) => mayReach(actor, document.id))
    .map((document) => summaryOf(document.data()))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function summaryOf(channel: Channel): ChannelSummary {
  const { id, type, name, displayPhone, username, isConnected, pause, health } = channel;
  const tokenExpiresAt = channel.tokenInfo?.expiresAt ?? null;
  return { id, type, name, displayPhone, username, isConnected, pause, health, tokenExpiresAt };
}
