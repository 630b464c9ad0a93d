import type { WebhookSummary } from "@/lib/domain/webhook-subscription";
import type { ChannelChoice } from "../channels-field";

/** The names of the channels that a webhook is bound to; null: all of them. */
export function channelNames(
  { channelIds }: Pick<WebhookSummary, "channelIds">,
  channels: readonly ChannelChoice[],
): string | null {
  if (channelIds === null) return null;
  return channelIds.map((id) => channels.find((channel) => channel.id === id)?.name ?? id).join(" · ");
}
