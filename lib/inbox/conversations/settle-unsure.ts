import type { Conversation } from "@/lib/domain/conversation";
import type { Message } from "@/lib/domain/message";
import { messagesAfter } from "@/lib/store/messages";
import type { Unit } from "@/lib/store/unit";
import { withFreeEntry } from "./free-entry";
import { waitingSinceOf } from "./waiting-since";

const LOOK_AHEAD = 300;

/**
 * A conversation with what only the thread itself can tell, after messages became known out of their order: since when
 * the customer waits, how much is unread after an answer from elsewhere, which answer to an ad was the first.
 * `unsaved`: messages not yet in the store.
 */
export async function settleUnsure(
  unit: Unit,
  conversation: Conversation,
  unsaved: readonly Message[] = [],
): Promise<Conversation> {
  const waitingSince = await waitingSinceOf(unit, conversation, unsaved);
  const counted = await withUnread(unit, { ...conversation, waitingSince }, unsaved);
  return withFirstAnswer(unit, counted, unsaved);
}

async function withUnread(
  unit: Unit,
  conversation: Conversation,
  unsaved: readonly Message[],
): Promise<Conversation> {
  const { unreadCount, marks, lastInboundAt } = conversation;
  const answeredAt = marks?.answeredElsewhereAt;
  if (answeredAt === undefined || unreadCount === 0 || (lastInboundAt ?? 0) <= answeredAt)
    return conversation;
  const later = await messagesOfBoth(unit, conversation, answeredAt, unsaved);
  // More than were looked at: there is no telling, and all that is counted stays.
  if (later.length >= LOOK_AHEAD) return conversation;
  const count = later.filter((message) => isUnreadKind(message) && message.sentAt > answeredAt).length;
  const unread = Math.min(unreadCount, count);
  return { ...conversation, unreadCount: unread, isUnread: conversation.isUnread && unread > 0 };
}

async function withFirstAnswer(
  unit: Unit,
  conversation: Conversation,
  unsaved: readonly Message[],
): Promise<Conversation> {
  const { marks } = conversation;
  if (marks?.adAt === undefined || marks.lastOutboundAt === null || marks.lastOutboundAt < marks.adAt)
    return conversation;
  const later = await messagesOfBoth(unit, conversation, marks.adAt - 1, unsaved);
  return later.filter(({ direction }) => direction === "outbound").reduce(withFreeEntry, conversation);
}

async function messagesOfBoth(
  unit: Unit,
  { id }: Conversation,
  after: number,
  unsaved: readonly Message[],
): Promise<Message[]> {
  const stored = await unit.find(messagesAfter(id, after, LOOK_AHEAD));
  return [...new Map([...stored, ...unsaved].map((message) => [message.id, message])).values()];
}

function isUnreadKind({ direction, author, isHistory }: Message): boolean {
  return direction === "inbound" && author.kind !== "system" && !isHistory;
}
