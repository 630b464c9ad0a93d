import type { Conversation } from "@/lib/domain/conversation";
import type { Message } from "@/lib/domain/message";
import { messagesAfter } from "@/lib/store/messages";
import type { Unit } from "@/lib/store/unit";
import { noMarks } from "./touch";

const LOOK_AHEAD = 50;

/**
 * Since when the customer waits, from the thread itself: the first inbound message after our newest one.
 * For the rare answer that became known after newer inbound messages. `unsaved`: messages not yet in the store.
 */
export async function waitingSinceOf(
  unit: Unit,
  conversation: Conversation,
  unsaved: readonly Message[] = [],
): Promise<number | null> {
  const answeredAt = (conversation.marks ?? noMarks).lastOutboundAt ?? -1;
  const stored = await unit.find(messagesAfter(conversation.id, answeredAt, LOOK_AHEAD));
  const waiting = [...stored, ...unsaved]
    .filter(
      ({ direction, author, isHistory }) => direction === "inbound" && author.kind !== "system" && !isHistory,
    )
    .map(({ sentAt }) => sentAt)
    .filter((sentAt) => sentAt > answeredAt);
  return waiting.length > 0 ? Math.min(...waiting) : null;
}
