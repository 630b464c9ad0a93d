import type { Channel } from "@/lib/domain/channel";
import { channels } from "@/lib/store/channels";

export type ChannelSummary = Pick<
  Channel,
  "id" | "type" | "name" | "displayPhone" | "username" | "isConnected" | "pause" | "health"
>;

/** The channels by name, with what an inbox may show of them; no secrets. */
export async function listChannels(): Promise<ChannelSummary[]> {
  const snapshot = await channels().get();
  return snapshot.docs
    .map((document) => summaryOf(document.data()))
    .sort((a, b) => a.name.localeCompare(b.name));
}

function summaryOf(channel: Channel): ChannelSummary {
  const { id, type, name, displayPhone, username, isConnected, pause, health } = channel;
  return { id, type, name, displayPhone, username, isConnected, pause, health };
}
