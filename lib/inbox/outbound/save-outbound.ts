import type { Conversation } from "@/lib/domain/conversation";
import type { Message } from "@/lib/domain/message";
import { withMessage } from "@/lib/inbox/conversations/touch";
import { conversations } from "@/lib/store/conversations";
import { addFeedRow } from "@/lib/store/feed";
import { messagesOf } from "@/lib/store/messages";
import type { Unit } from "@/lib/store/unit";

/** Stores an outbound message, what it means for its conversation, and a feed row. `now` in epoch ms. */
export function saveOutbound(
  unit: Unit,
  conversation: Conversation,
  message: Message,
  now: number,
  removedMessageIds: string[] = [],
): void {
  unit.set(messagesOf(conversation.id).doc(message.id), message);
  unit.set(conversations().doc(conversation.id), { ...withMessage(conversation, message), updatedAt: now });
  const messageIds = [message.id, ...removedMessageIds];
  unit.finally((tx) => addFeedRow(tx, { kind: "conversation", conversationId: conversation.id, messageIds }));
}
