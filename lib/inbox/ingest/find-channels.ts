import type { Channel } from "@/lib/domain/channel";
import type { ChannelRef } from "@/lib/domain/provider-event";
import { channelIdOf } from "@/lib/domain/provider-keys";
import { listChannels } from "@/lib/inbox/channels/connected";
import { channels } from "@/lib/store/channels";

export type Found = { channels: Channel[]; siblings: Channel[] } | { ignored: string };

/**
 * The connected channels that an item is for: one by its phone number or account id, all of a WhatsApp Business
 * Account's for what concerns the whole account. A phone number counts only together with its own account.
 */
export async function findChannels(ref: ChannelRef): Promise<Found> {
  const list = await listChannels();
  const siblings = list.filter(({ type }) => type === ref.type);
  if (ref.type === "instagram") return one(await channelById(list, "instagram", ref.accountId), siblings);
  if (ref.phoneNumberId === null) return ofAccount(siblings, ref.wabaId, ref.displayPhone);
  const channel = await channelById(list, "whatsapp", ref.phoneNumberId);
  if (channel && channel.wabaId !== ref.wabaId) return { ignored: "waba_mismatch" };
  return one(channel, siblings);
}

function one(channel: Channel | null, siblings: Channel[]): Found {
  if (!channel?.isConnected) return { ignored: "channel_not_connected" };
  const others = siblings.filter(({ id }) => id !== channel.id);
  return { channels: [channel], siblings: [channel, ...others] };
}

function ofAccount(siblings: Channel[], wabaId: string, displayPhone: string | null): Found {
  const connected = siblings.filter((channel) => channel.isConnected && channel.wabaId === wabaId);
  const about = connected.filter((channel) => isPhoneOf(channel, displayPhone));
  return about.length > 0 ? { channels: about, siblings } : { ignored: "channel_not_connected" };
}

function isPhoneOf(channel: Channel, displayPhone: string | null): boolean {
  if (displayPhone === null || channel.displayPhone === null) return true;
  return digits(channel.displayPhone) === digits(displayPhone);
}

const digits = (phone: string) => phone.replaceAll(/\D/g, "");

/** A channel connected a moment ago is not in the list yet, and its first message must not be ignored. */
async function channelById(
  list: readonly Channel[],
  type: "whatsapp" | "instagram",
  providerId: string,
): Promise<Channel | null> {
  const id = channelIdOf(type, providerId);
  const known = list.find((channel) => channel.id === id && channel.isConnected);
  if (known) return known;
  if (providerId === "" || providerId.includes("/")) return null;
  return (await channels().doc(id).get()).data() ?? null;
}
