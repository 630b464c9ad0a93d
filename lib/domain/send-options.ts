import type { ChannelType } from "./channel";
import { isWindowOpen } from "./window";

/** Instagram: a person may answer for seven days after the customer's last message (tag HUMAN_AGENT). */
export const HUMAN_AGENT_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * What may be sent now. `open`: anything. `human_agent`: Instagram past 24 h, written by a person. `templates`:
 * WhatsApp outside the window. `nothing`: Instagram past seven days, or a customer who never wrote there.
 * `until` (epoch ms): when this stops being so; null when only the customer can change it.
 */
export type SendOptions = { mode: "open" | "human_agent" | "templates" | "nothing"; until: number | null };

/** https://developers.facebook.com/documentation/business-messaging/whatsapp (customer service window); Instagram: 24 h, then HUMAN_AGENT to 7 days. Pure. */
export function sendOptionsOf(
  conversation: { channel: ChannelType; windowEndsAt: number | null; lastInboundAt: number | null },
  now: number,
): SendOptions {
  const { channel, windowEndsAt, lastInboundAt } = conversation;
  if (isWindowOpen(windowEndsAt, now)) return { mode: "open", until: windowEndsAt };
  if (channel === "whatsapp") return { mode: "templates", until: null };
  const humanEndsAt = lastInboundAt === null ? null : lastInboundAt + HUMAN_AGENT_MS;
  if (humanEndsAt !== null && now < humanEndsAt) return { mode: "human_agent", until: humanEndsAt };
  return { mode: "nothing", until: null };
}
