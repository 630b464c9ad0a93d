import type { ProviderEvent } from "@/lib/domain/provider-event";
import { providerMessageKey } from "@/lib/domain/provider-keys";
import { findOutboxMatch } from "@/lib/inbox/outbound/match";
import { providerMessages } from "@/lib/store/provider-messages";
import { applyToMessage } from "./change";
import type { ApplyContext, Outcome } from "./context";
import { settleSent } from "./settle-sent";

/**
 * A step of a message's delivery. A status may come before the send's own answer; our id in its callback data then
 * says which message it is about.
 */
export async function applyStatus(
  context: ApplyContext,
  event: Extract<ProviderEvent, { type: "status" }>,
): Promise<Outcome> {
  const { unit, channel } = context;
  const at = event.at ?? context.receivedAt;
  const row = await unit.get(providerMessages().doc(providerMessageKey(channel.id, event.providerMessageId)));
  if (!row?.conversationId && event.callbackData) {
    const by = { channelId: channel.id, callbackData: event.callbackData };
    const match = await findOutboxMatch(unit, by);
    if (match) await settleSent(context, match, event.providerMessageId, null);
  }
  const { status, error, pricing } = event;
  return applyToMessage(context, event.providerMessageId, { type: "status", status, at, error, pricing });
}
