import type { ProviderEvent } from "@/lib/domain/provider-event";
import { providerMessageKey } from "@/lib/domain/provider-keys";
import { noteOptOut, OPTED_OUT_CODE } from "@/lib/inbox/contacts/note-opt-out";
import { withFreeEntryTold } from "@/lib/inbox/conversations/free-entry";
import { findOutboxMatch } from "@/lib/inbox/outbound/match";
import { conversations } from "@/lib/store/conversations";
import { providerMessages } from "@/lib/store/provider-messages";
import { applyToMessage } from "./change";
import { type ApplyContext, erased, type Outcome } from "./context";
import { settleSent } from "./settle-sent";

type StatusEvent = Extract<ProviderEvent, { type: "status" }>;

/**
 * A step of a message's delivery. A status may come before the send's own answer; our id in its callback data then
 * says which message it is about.
 */
export async function applyStatus(context: ApplyContext, event: StatusEvent): Promise<Outcome> {
  const { unit, channel } = context;
  const at = event.at ?? context.receivedAt;
  const row = await unit.get(providerMessages().doc(providerMessageKey(channel.id, event.providerMessageId)));
  if (!row?.conversationId && event.callbackData) {
    const by = { channelId: channel.id, callbackData: event.callbackData };
    const match = await findOutboxMatch(unit, by);
    if (match) await settleSent(context, match, event.providerMessageId, null);
    else if (await isErasedSend(context, event.callbackData)) return erased;
  }
  const { status, error, pricing } = event;
  const change = { type: "status", status, at, error, pricing } as const;
  const outcome = await applyToMessage(context, event.providerMessageId, change);
  if (outcome.outcome === "applied" || outcome.outcome === "duplicate") await noteMore(context, event, at);
  return outcome;
}

/** A send whose outcome was not known when its message was erased: only our own id tells of it. */
async function isErasedSend({ unit, channel }: ApplyContext, callbackData: string): Promise<boolean> {
  const [id = ""] = callbackData.split("~");
  const row = await unit.get(providerMessages().doc(providerMessageKey(channel.id, id)));
  return row?.erasedAt !== undefined;
}

/** What a status tells beside its step: when the free entry point ends, and that the customer wants no marketing. */
async function noteMore(context: ApplyContext, event: StatusEvent, at: number): Promise<void> {
  const isOptOut = event.status === "failed" && event.error?.code === OPTED_OUT_CODE;
  if (!isOptOut && !event.freeEntryEndsAt) return;
  const { unit, channel, now } = context;
  const row = await unit.get(providerMessages().doc(providerMessageKey(channel.id, event.providerMessageId)));
  const ref = row?.conversationId ? conversations().doc(row.conversationId) : null;
  const conversation = ref && (await unit.get(ref));
  if (!conversation) return;
  if (isOptOut) {
    const { messageId } = row ?? { messageId: null };
    const told = { isOptedOut: true, at, source: "refused", channelId: channel.id, messageId } as const;
    await noteOptOut(unit, conversation.contactId, told, now);
  }
  if (!event.freeEntryEndsAt) return;
  const next = withFreeEntryTold(conversation, event.freeEntryEndsAt);
  if (next !== conversation) unit.set(ref, { ...next, updatedAt: now });
}
