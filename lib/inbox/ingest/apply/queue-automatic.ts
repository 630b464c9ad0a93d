import type { Actor } from "@/lib/domain/member";
import type { Message } from "@/lib/domain/message";
import { withMessage } from "@/lib/inbox/conversations/touch";
import { mayGoOut } from "@/lib/inbox/outbound/enqueue";
import { newOutboundMessage, outboxRowOf } from "@/lib/inbox/outbound/new-message";
import { conversations } from "@/lib/store/conversations";
import { messagesOf } from "@/lib/store/messages";
import { outbox } from "@/lib/store/outbox";
import type { ApplyContext } from "./context";

/**
 * Queues a text that goes out by a rule, in the transaction that found the reason for it; sending follows once that
 * is stored. `messageId` is derived from the reason, so the same reason again queues nothing. False when the window is
 * closed or it was queued before.
 */
export async function queueAutomatic(
  context: ApplyContext,
  conversationId: string,
  what: { messageId: string; text: string; actor: Actor; automation: NonNullable<Message["automation"]> },
): Promise<boolean> {
  const { unit, now } = context;
  const messageRef = messagesOf(conversationId).doc(what.messageId);
  const rowRef = outbox().doc(what.messageId);
  await unit.load([messageRef, rowRef]);
  const conversation = await unit.get(conversations().doc(conversationId));
  if (!conversation || (await unit.get(messageRef)) || !mayGoOut(conversation, "text", now)) return false;
  const { messageId: id, text, actor, automation } = what;
  const content = { kind: "text", text } as const;
  const made = newOutboundMessage({ id, conversation, content, text, actor, replyTo: null, now });
  const message = { ...made, automation };
  unit.set(messageRef, message);
  unit.set(rowRef, outboxRowOf(message, now));
  unit.set(conversations().doc(conversationId), { ...withMessage(conversation, message), updatedAt: now });
  context.lanes.add(conversationId);
  return true;
}
