import type { Channel } from "@/lib/domain/channel";
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
>;

/** The channels by name, with everything that a settings page shows of them; no secrets. */
export async function listChannelDetails(): Promise<ChannelDetails[]> {
  const snapshot = await channels().get();
  return snapshot.docs
    .map((document) => detailsOf(document.data()))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function detailsOf(channel: Channel): ChannelDetails {
  const { id, type, name, displayPhone, username, isConnected, pause, health, notices, lastEventAt } =
    channel;
  return { id, type, name, displayPhone, username, isConnected, pause, health, notices, lastEventAt };
}
