import type { Message } from "@/lib/domain/message";
import type { MessageEvent } from "@/lib/domain/provider-event";
import { queueDownloads } from "@/lib/inbox/media/queue-downloads";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import type { ProviderMessage } from "@/lib/store/provider-messages";
import { type ApplyContext, applied, duplicate, ignored, type Outcome, saveMessage } from "./context";
import { laterContentOf, withLaterContent } from "./later-content";

/**
 * A message that is here already. It may tell more than the first time: the file in place of a placeholder, the end of
 * a call, or that what came as history is live.
 */
export async function seeAgain(
  context: ApplyContext,
  event: MessageEvent,
  row: ProviderMessage,
): Promise<Outcome> {
  const { unit } = context;
  if (!row.conversationId || !row.messageId) return duplicate;
  const place = messagesOf(row.conversationId).doc(row.messageId);
  await unit.load([place, conversations().doc(row.conversationId)]);
  const message = await unit.get(place);
  const conversation = await unit.get(conversations().doc(row.conversationId));
  if (!message || !conversation) return ignored("message_gone");
  const next = withLaterContent(message, laterContentOf(event));
  const isLiveNow = message.isHistory === true && !event.isHistory;
  if (next === message && !isLiveNow) return duplicate;
  const whole = next === message ? message : await queueDownloads(context, next);
  saveMessage(context, conversation, isLiveNow ? live(whole) : whole, { isNew: isLiveNow });
  return applied;
}

function live({ isHistory: _history, ...message }: Message): Message {
  return message;
}
