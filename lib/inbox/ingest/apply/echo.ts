import type { Conversation } from "@/lib/domain/conversation";
import type { MessageEvent } from "@/lib/domain/provider-event";
import { findOutboxMatch } from "@/lib/inbox/outbound/match";
import type { ApplyContext } from "./context";
import { settleSent } from "./settle-sent";

/**
 * Instagram echoes what we sent ourselves, and gives no id of ours with it. An echo of words that are on their way
 * is that message, so it gets Meta's id and is off the outbox. False: it was written elsewhere.
 */
export async function settleEcho(
  context: ApplyContext,
  conversation: Conversation,
  event: MessageEvent,
  at: number,
): Promise<boolean> {
  const { unit, channel } = context;
  if (channel.type !== "instagram") return false;
  const match = await findOutboxMatch(unit, {
    channelId: channel.id,
    conversationId: conversation.id,
    echoText: event.text,
  });
  if (!match) return false;
  return settleSent(context, match, event.providerMessageId, at);
}
